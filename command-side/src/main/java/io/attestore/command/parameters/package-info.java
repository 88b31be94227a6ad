/** The operations that change parameters. */
@NullMarked
package io.attestore.command.parameters;

import org.jspecify.annotations.NullMarked;
