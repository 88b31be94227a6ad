/** The operations that change aliases. */
@NullMarked
package io.attestore.command.kms.alias;

import org.jspecify.annotations.NullMarked;
