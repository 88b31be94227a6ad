/** The operations that change keys. */
@NullMarked
package io.attestore.command.kms.key;

import org.jspecify.annotations.NullMarked;
