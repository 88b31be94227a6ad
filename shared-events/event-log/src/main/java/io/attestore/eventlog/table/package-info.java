/** The log's tables: rows, hashes, partitions and the SQL that reads and writes them. No threads, no state. */
@NullMarked
package io.attestore.eventlog.table;

import org.jspecify.annotations.NullMarked;
