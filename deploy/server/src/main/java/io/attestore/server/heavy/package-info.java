/** Work that takes much of a processor: on few threads, in fair shares, so that everybody else is served meanwhile. */
@NullMarked
package io.attestore.server.heavy;

import org.jspecify.annotations.NullMarked;
