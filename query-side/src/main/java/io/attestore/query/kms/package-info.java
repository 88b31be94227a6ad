/** The operations of KMS that use or describe keys. */
@NullMarked
package io.attestore.query.kms;

import org.jspecify.annotations.NullMarked;
