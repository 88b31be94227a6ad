/** PutParameter: creates a parameter or puts a new version of one. */
@NullMarked
package io.attestore.command.parameters.putparameter;

import org.jspecify.annotations.NullMarked;
