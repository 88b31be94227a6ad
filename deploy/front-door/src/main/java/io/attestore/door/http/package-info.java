/** One request and one response as immutable values, free of any HTTP server. */
@NullMarked
package io.attestore.door.http;

import org.jspecify.annotations.NullMarked;
