/** What Axon is told of our events: their names and their tags. */
@NullMarked
package io.attestore.eventlog.axon;

import org.jspecify.annotations.NullMarked;
