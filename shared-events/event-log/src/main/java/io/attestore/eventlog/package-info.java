/** The one append-only, gapless, hash-chained log: Axon's EventStorageEngine on PostgreSQL. */
@NullMarked
package io.attestore.eventlog;

import org.jspecify.annotations.NullMarked;
