/** Disclosure stopped and resumed, for the whole store. */
@NullMarked
package io.attestore.events.disclosure;

import org.jspecify.annotations.NullMarked;
