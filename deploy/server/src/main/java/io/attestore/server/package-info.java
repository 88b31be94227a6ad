/** The server: one process that wires the parts and serves them. */
@NullMarked
package io.attestore.server;

import org.jspecify.annotations.NullMarked;
