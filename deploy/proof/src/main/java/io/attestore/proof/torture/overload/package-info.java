/** Many more clients than the machine can serve: does it go on at its best, refuse the rest in time, and recover? */
@NullMarked
package io.attestore.proof.torture.overload;

import org.jspecify.annotations.NullMarked;
