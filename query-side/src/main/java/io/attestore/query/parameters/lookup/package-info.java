/** From the text that a caller names a parameter with to the version that it means. */
@NullMarked
package io.attestore.query.parameters.lookup;

import org.jspecify.annotations.NullMarked;
