/** The faults campaign: what a store does while something under it fails, and afterwards. */
@NullMarked
package io.attestore.server.torture.faults;

import org.jspecify.annotations.NullMarked;
