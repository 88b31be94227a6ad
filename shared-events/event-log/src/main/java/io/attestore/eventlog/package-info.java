/** The log: Axon's event storage on PostgreSQL with group commit, append conditions and a hash chain. */
@NullMarked
package io.attestore.eventlog;

import org.jspecify.annotations.NullMarked;
