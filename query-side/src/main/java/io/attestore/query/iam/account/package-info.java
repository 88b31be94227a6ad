/** What is told of an account as a whole. */
@NullMarked
package io.attestore.query.iam.account;

import org.jspecify.annotations.NullMarked;
