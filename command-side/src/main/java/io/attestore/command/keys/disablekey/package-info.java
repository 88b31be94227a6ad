/** DisableKey: a key can no longer be used. */
@NullMarked
package io.attestore.command.keys.disablekey;

import org.jspecify.annotations.NullMarked;
