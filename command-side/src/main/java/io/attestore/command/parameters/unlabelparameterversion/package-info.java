/** UnlabelParameterVersion: takes labels off a version of a parameter. */
@NullMarked
package io.attestore.command.parameters.unlabelparameterversion;

import org.jspecify.annotations.NullMarked;
