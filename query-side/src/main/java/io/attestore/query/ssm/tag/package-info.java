/** The operations that tell tags. */
@NullMarked
package io.attestore.query.ssm.tag;

import org.jspecify.annotations.NullMarked;
