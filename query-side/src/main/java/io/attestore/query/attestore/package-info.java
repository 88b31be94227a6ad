/** The operations that AWS does not have and that change nothing. */
@NullMarked
package io.attestore.query.attestore;

import org.jspecify.annotations.NullMarked;
