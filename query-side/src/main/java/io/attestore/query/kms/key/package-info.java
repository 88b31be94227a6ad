/** The operations that use or describe keys. */
@NullMarked
package io.attestore.query.kms.key;

import org.jspecify.annotations.NullMarked;
