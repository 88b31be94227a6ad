/** What makes this node ready. */
@NullMarked
package io.attestore.server.health;

import org.jspecify.annotations.NullMarked;
