/** States that are stored beside the log: a shortcut that is authenticated, and never missed. */
@NullMarked
package io.attestore.server.snapshots;

import org.jspecify.annotations.NullMarked;
