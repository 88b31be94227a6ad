/** DeleteParameter: deletes one parameter. */
@NullMarked
package io.attestore.command.parameters.deleteparameter;

import org.jspecify.annotations.NullMarked;
