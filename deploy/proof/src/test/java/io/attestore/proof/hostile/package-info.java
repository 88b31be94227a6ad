/** Every operation with every value that its members should not have: refused, recorded once, and never our mistake. */
@NullMarked
package io.attestore.proof.hostile;

import org.jspecify.annotations.NullMarked;
