/** CreateAlias: a key gets a friendly name. */
@NullMarked
package io.attestore.command.keys.createalias;

import org.jspecify.annotations.NullMarked;
