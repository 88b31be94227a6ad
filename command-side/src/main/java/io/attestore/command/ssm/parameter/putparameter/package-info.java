/** PutParameter: creates a parameter or puts a new version of one. */
@NullMarked
package io.attestore.command.ssm.parameter.putparameter;

import org.jspecify.annotations.NullMarked;
