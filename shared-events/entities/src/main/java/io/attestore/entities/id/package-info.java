/** Identifiers of what comes to be with a call. */
@NullMarked
package io.attestore.entities.id;

import org.jspecify.annotations.NullMarked;
