/** Bad input and bad days: the whole server as a hostile client and as an operator on the worst night see it. */
@NullMarked
package io.attestore.proof.faults;

import org.jspecify.annotations.NullMarked;
