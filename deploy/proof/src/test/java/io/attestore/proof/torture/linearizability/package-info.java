@NullMarked
package io.attestore.proof.torture.linearizability;

import org.jspecify.annotations.NullMarked;
