/** Bytes that must not be printed, compared by equals or left behind in memory. */
@NullMarked
package io.attestore.cryptography.secret;

import org.jspecify.annotations.NullMarked;
