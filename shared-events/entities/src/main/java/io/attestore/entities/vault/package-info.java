/** Keys in the clear: made, wrapped for the key table, unwrapped and kept in memory while they are in use. */
@NullMarked
package io.attestore.entities.vault;

import org.jspecify.annotations.NullMarked;
