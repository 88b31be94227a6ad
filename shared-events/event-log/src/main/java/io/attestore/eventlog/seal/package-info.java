/** MACs of the log's rows: by them a server knows what the store's own servers wrote. */
@NullMarked
package io.attestore.eventlog.seal;

import org.jspecify.annotations.NullMarked;
