/** What may change: the operations that change state. */
@NullMarked
package io.attestore.command;

import org.jspecify.annotations.NullMarked;
