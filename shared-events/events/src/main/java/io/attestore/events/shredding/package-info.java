/** What became of keys that were destroyed: from when on nothing that is left of them can be opened. */
@NullMarked
package io.attestore.events.shredding;

import org.jspecify.annotations.NullMarked;
