/** Key derivation by NIST SP 800-108r1. */
@NullMarked
package io.attestore.cryptography.kdf;

import org.jspecify.annotations.NullMarked;
