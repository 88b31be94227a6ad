/** What changes an account as a whole. */
@NullMarked
package io.attestore.command.iam.account;

import org.jspecify.annotations.NullMarked;
