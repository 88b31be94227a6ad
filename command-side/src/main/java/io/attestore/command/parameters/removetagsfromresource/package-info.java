/** RemoveTagsFromResource: takes tags off a parameter. */
@NullMarked
package io.attestore.command.parameters.removetagsfromresource;

import org.jspecify.annotations.NullMarked;
