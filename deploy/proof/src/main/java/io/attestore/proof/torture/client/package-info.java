/** A client that signs for real, calls once for each call, and hides nothing of what it was answered. */
@NullMarked
package io.attestore.proof.torture.client;

import org.jspecify.annotations.NullMarked;
