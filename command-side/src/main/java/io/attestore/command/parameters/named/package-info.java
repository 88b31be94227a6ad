/** The parameter that an input names, for all operations that change one. */
@NullMarked
package io.attestore.command.parameters.named;

import org.jspecify.annotations.NullMarked;
