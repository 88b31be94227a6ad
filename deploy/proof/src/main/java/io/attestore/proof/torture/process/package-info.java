/** The processes of a store, to be killed, frozen and starved. */
@NullMarked
package io.attestore.proof.torture.process;

import org.jspecify.annotations.NullMarked;
