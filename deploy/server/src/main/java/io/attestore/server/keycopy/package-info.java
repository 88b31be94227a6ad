/** The commands that copy the keys beside the database and put them back. */
@NullMarked
package io.attestore.server.keycopy;

import org.jspecify.annotations.NullMarked;
