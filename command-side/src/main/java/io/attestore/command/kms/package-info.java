/** The operations of KMS that change something. */
@NullMarked
package io.attestore.command.kms;

import org.jspecify.annotations.NullMarked;
