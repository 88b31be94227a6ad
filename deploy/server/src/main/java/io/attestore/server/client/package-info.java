/** The command that calls an operation which no AWS SDK knows. */
@NullMarked
package io.attestore.server.client;

import org.jspecify.annotations.NullMarked;
