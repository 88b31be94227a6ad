/** What deleting a parameter means: its versions can never be opened again. */
@NullMarked
package io.attestore.command.parameters.deletion;

import org.jspecify.annotations.NullMarked;
