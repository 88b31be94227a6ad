/** What the load asks for, and what it must be answered. */
@NullMarked
package io.attestore.proof.bench.calls;

import org.jspecify.annotations.NullMarked;
