/** GetParameter: one parameter with its value. */
@NullMarked
package io.attestore.query.parameters.getparameter;

import org.jspecify.annotations.NullMarked;
