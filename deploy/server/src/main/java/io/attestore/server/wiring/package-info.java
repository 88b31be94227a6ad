/** How the parts are put together: one configuration per module, no scanning. */
@NullMarked
package io.attestore.server.wiring;

import org.jspecify.annotations.NullMarked;
