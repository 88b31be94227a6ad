/** The record of refusals that have none of their own: their number, minute by minute. */
@NullMarked
package io.attestore.server.refusals.summary;

import org.jspecify.annotations.NullMarked;
