/**
 * Decides whether what concurrent clients saw could have been seen from one server that answers one call after the
 * other. Pure: knows no clock, no network and no operation.
 */
@NullMarked
package io.attestore.proof.torture.linearizability;

import org.jspecify.annotations.NullMarked;
