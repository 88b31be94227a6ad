/** Operations that change the locks of an account. AWS has none. */
@NullMarked
package io.attestore.command.attestore.lock;

import org.jspecify.annotations.NullMarked;
