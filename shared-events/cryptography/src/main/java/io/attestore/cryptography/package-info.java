/** Sealing of values, key material, key derivation and the ciphertext format. Pure: JDK and Bouncy Castle. */
@NullMarked
package io.attestore.cryptography;

import org.jspecify.annotations.NullMarked;
