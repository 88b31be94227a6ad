/** Decrypt: a ciphertext blob becomes its plaintext again. */
@NullMarked
package io.attestore.query.keys.decrypt;

import org.jspecify.annotations.NullMarked;
