@NullMarked
package io.attestore.proof.torture.hostile;

import org.jspecify.annotations.NullMarked;
