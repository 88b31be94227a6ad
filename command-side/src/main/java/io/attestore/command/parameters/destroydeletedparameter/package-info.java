/** DestroyDeletedParameter: destroys what is retained of deleted parameters. */
@NullMarked
package io.attestore.command.parameters.destroydeletedparameter;

import org.jspecify.annotations.NullMarked;
