/** What happens to the locks of an account. */
@NullMarked
package io.attestore.events.lock;

import org.jspecify.annotations.NullMarked;
