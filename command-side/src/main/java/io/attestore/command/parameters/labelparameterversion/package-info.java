/** LabelParameterVersion: attaches labels to a version of a parameter. */
@NullMarked
package io.attestore.command.parameters.labelparameterversion;

import org.jspecify.annotations.NullMarked;
