/** Where a request comes from, also behind proxies. */
@NullMarked
package io.attestore.server.http.source;

import org.jspecify.annotations.NullMarked;
