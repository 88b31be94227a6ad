/** The load generator: many kept-alive connections in one thread, every request signed, every answer checked. */
@NullMarked
package io.attestore.proof.bench.load;

import org.jspecify.annotations.NullMarked;
