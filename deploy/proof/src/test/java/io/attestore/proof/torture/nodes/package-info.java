@NullMarked
package io.attestore.proof.torture.nodes;

import org.jspecify.annotations.NullMarked;
