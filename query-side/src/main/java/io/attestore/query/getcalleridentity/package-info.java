/** The GetCallerIdentity operation of AWS STS: who is calling. */
@NullMarked
package io.attestore.query.getcalleridentity;

import org.jspecify.annotations.NullMarked;
