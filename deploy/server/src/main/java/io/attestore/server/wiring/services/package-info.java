/** Which services there are, for whatever the server does for all of them by itself. */
@NullMarked
package io.attestore.server.wiring.services;

import org.jspecify.annotations.NullMarked;
