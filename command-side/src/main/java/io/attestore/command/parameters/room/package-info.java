/** How many parameters an account may have in a Region. */
@NullMarked
package io.attestore.command.parameters.room;

import org.jspecify.annotations.NullMarked;
