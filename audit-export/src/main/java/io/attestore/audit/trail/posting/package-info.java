/** Posting lists: which calls of the log are about what, and how blocks of them are written as bytes. Pure, no SQL. */
@NullMarked
package io.attestore.audit.trail.posting;

import org.jspecify.annotations.NullMarked;
