/** What happened to accounts and access keys. */
@NullMarked
package io.attestore.events.identity;

import org.jspecify.annotations.NullMarked;
