/** The verify command: proves that the whole record is as it was written. */
@NullMarked
package io.attestore.server.verify;

import org.jspecify.annotations.NullMarked;
