/** KMS operations that change keys and aliases. */
@NullMarked
package io.attestore.command.keys;

import org.jspecify.annotations.NullMarked;
