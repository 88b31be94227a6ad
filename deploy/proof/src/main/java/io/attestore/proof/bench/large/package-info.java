/** The large settings: a long log, a parameter that is read often, very many parameters. */
@NullMarked
package io.attestore.proof.bench.large;

import org.jspecify.annotations.NullMarked;
