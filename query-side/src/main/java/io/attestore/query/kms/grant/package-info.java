/** Operations that list the grants on keys. */
@NullMarked
package io.attestore.query.kms.grant;

import org.jspecify.annotations.NullMarked;
