/** Identifiers: every id is a type that checks itself. */
@NullMarked
package io.attestore.events.id;

import org.jspecify.annotations.NullMarked;
