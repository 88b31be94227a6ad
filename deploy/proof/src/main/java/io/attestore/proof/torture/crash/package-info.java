/** The crash campaign: kill -9 at random instants, and what must be there afterwards. */
@NullMarked
package io.attestore.proof.torture.crash;

import org.jspecify.annotations.NullMarked;
