/** The proof that the whole log is as it was written. */
@NullMarked
package io.attestore.eventlog.verification;

import org.jspecify.annotations.NullMarked;
