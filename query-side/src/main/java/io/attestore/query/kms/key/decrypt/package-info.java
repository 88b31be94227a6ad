/** Decrypt: a ciphertext blob becomes its plaintext again. */
@NullMarked
package io.attestore.query.kms.key.decrypt;

import org.jspecify.annotations.NullMarked;
