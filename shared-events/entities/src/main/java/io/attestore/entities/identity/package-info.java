/** What is so of accounts and access keys. */
@NullMarked
package io.attestore.entities.identity;

import org.jspecify.annotations.NullMarked;
