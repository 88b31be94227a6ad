/** The identity providers that accounts trust. */
@NullMarked
package io.attestore.entities.iam.openid;

import org.jspecify.annotations.NullMarked;
