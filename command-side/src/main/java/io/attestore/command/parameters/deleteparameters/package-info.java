/** DeleteParameters: deletes up to ten parameters. */
@NullMarked
package io.attestore.command.parameters.deleteparameters;

import org.jspecify.annotations.NullMarked;
