/** The faults campaign: what a store does while something under it fails, and afterwards. */
@NullMarked
package io.attestore.proof.torture.faults;

import org.jspecify.annotations.NullMarked;
