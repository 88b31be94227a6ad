/** Encrypt: a plaintext becomes a ciphertext blob. */
@NullMarked
package io.attestore.query.keys.encrypt;

import org.jspecify.annotations.NullMarked;
