/** The searchable trail: an index of the log's records in PostgreSQL, and the search that never misses the newest. */
@NullMarked
package io.attestore.audit.trail;

import org.jspecify.annotations.NullMarked;
