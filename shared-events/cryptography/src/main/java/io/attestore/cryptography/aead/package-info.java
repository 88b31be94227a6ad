/** AES-256-GCM over secrets: the one cipher that everything else here is built on. */
@NullMarked
package io.attestore.cryptography.aead;

import org.jspecify.annotations.NullMarked;
