/** Clients that mean harm beside clients that do not: do those notice? */
@NullMarked
package io.attestore.proof.torture.hostile;

import org.jspecify.annotations.NullMarked;
