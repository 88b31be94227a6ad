/** EnableKey: a key can be used again. */
@NullMarked
package io.attestore.command.keys.enablekey;

import org.jspecify.annotations.NullMarked;
