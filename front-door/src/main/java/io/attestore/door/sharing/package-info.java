/** What requests about resource policies name. */
@NullMarked
package io.attestore.door.sharing;

import org.jspecify.annotations.NullMarked;
