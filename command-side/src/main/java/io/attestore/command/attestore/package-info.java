/** The operations that AWS does not have and that change something. */
@NullMarked
package io.attestore.command.attestore;

import org.jspecify.annotations.NullMarked;
