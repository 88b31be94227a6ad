/** What changes managed policies, and to what they are attached. */
@NullMarked
package io.attestore.command.iam.policy;

import org.jspecify.annotations.NullMarked;
