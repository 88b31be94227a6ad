/** What the changes of users, roles, policies and instance profiles have in common. */
@NullMarked
package io.attestore.command.iam.change;

import org.jspecify.annotations.NullMarked;
