/** What happened: the vocabulary of events, identifiers and the context of a call. JDK only. */
@NullMarked
package io.attestore.events;

import org.jspecify.annotations.NullMarked;
