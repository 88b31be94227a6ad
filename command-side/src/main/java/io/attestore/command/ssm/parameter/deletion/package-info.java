/** What deleting a parameter means: its versions can never be opened again, at once or after a time of grace. */
@NullMarked
package io.attestore.command.ssm.parameter.deletion;

import org.jspecify.annotations.NullMarked;
