/** The call behind the events: who asked what, when and from where, and calls that only answered or were refused. */
@NullMarked
package io.attestore.events.call;

import org.jspecify.annotations.NullMarked;
