/** AddTagsToResource: puts tags on a parameter. */
@NullMarked
package io.attestore.command.parameters.addtagstoresource;

import org.jspecify.annotations.NullMarked;
