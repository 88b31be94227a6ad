/** What is so of accounts and access keys. */
@NullMarked
package io.attestore.entities.iam;

import org.jspecify.annotations.NullMarked;
