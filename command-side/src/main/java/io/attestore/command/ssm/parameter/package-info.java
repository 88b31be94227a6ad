/** The operations that change parameters. */
@NullMarked
package io.attestore.command.ssm.parameter;

import org.jspecify.annotations.NullMarked;
