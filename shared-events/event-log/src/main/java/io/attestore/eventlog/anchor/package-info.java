/** Signed heads of the log, kept outside its tables. */
@NullMarked
package io.attestore.eventlog.anchor;

import org.jspecify.annotations.NullMarked;
