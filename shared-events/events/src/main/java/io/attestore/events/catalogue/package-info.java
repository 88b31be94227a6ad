/** All events there are, with the names under which they are stored. */
@NullMarked
package io.attestore.events.catalogue;

import org.jspecify.annotations.NullMarked;
