/** Figures over several rounds, and the Markdown tables that they are printed in. */
@NullMarked
package io.attestore.proof.bench.figure;

import org.jspecify.annotations.NullMarked;
