/** The operations that destroy what was deleted. */
@NullMarked
package io.attestore.command.attestore.parameter;

import org.jspecify.annotations.NullMarked;
