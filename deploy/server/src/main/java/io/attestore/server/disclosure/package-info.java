/** The order that stops all disclosure on every node, and the one that ends it. */
@NullMarked
package io.attestore.server.disclosure;

import org.jspecify.annotations.NullMarked;
