/** What changes users. */
@NullMarked
package io.attestore.command.iam.user;

import org.jspecify.annotations.NullMarked;
