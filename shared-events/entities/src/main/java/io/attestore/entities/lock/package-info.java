/** The locks of an account: what is refused at once, whatever policies allow. */
@NullMarked
package io.attestore.entities.lock;

import org.jspecify.annotations.NullMarked;
