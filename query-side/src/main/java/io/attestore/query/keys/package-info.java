/** KMS operations that describe keys and use them. */
@NullMarked
package io.attestore.query.keys;

import org.jspecify.annotations.NullMarked;
