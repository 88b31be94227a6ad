/** What is told of the identity providers that an account trusts. */
@NullMarked
package io.attestore.query.iam.openid;

import org.jspecify.annotations.NullMarked;
