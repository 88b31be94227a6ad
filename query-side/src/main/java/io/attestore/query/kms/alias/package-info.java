/** The operations that describe aliases. */
@NullMarked
package io.attestore.query.kms.alias;

import org.jspecify.annotations.NullMarked;
