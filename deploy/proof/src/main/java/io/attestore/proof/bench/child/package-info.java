/** Processes that are measured: servers as the launcher starts them, and what answers without one. */
@NullMarked
package io.attestore.proof.bench.child;

import org.jspecify.annotations.NullMarked;
