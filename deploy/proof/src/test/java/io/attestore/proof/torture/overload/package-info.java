@NullMarked
package io.attestore.proof.torture.overload;

import org.jspecify.annotations.NullMarked;
