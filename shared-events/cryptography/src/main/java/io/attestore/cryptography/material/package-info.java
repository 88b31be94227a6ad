/** A KMS key's material, the encryption context, and the ciphertext blob that KMS hands out. */
@NullMarked
package io.attestore.cryptography.material;

import org.jspecify.annotations.NullMarked;
