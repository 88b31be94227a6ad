/**
 * Two servers on one database, one of which is stopped, frozen or cut off: is what clients of both are answered what one
 * server could have answered?
 */
@NullMarked
package io.attestore.proof.torture.nodes;

import org.jspecify.annotations.NullMarked;
