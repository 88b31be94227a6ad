/** What the server does by itself, beside its calls. */
@NullMarked
package io.attestore.server.background;

import org.jspecify.annotations.NullMarked;
