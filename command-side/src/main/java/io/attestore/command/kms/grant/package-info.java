/** Operations that change the grants on keys. */
@NullMarked
package io.attestore.command.kms.grant;

import org.jspecify.annotations.NullMarked;
