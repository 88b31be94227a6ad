/** Operations that change the identity providers that an account trusts. */
@NullMarked
package io.attestore.command.iam.openid;

import org.jspecify.annotations.NullMarked;
