/** DestroyParameterVersion: destroys one version's value. */
@NullMarked
package io.attestore.command.parameters.destroyparameterversion;

import org.jspecify.annotations.NullMarked;
