/** Finds the parameter that an operation changes. */
@NullMarked
package io.attestore.command.parameters.existing;

import org.jspecify.annotations.NullMarked;
