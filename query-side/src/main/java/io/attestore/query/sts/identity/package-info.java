/** Who is calling. */
@NullMarked
package io.attestore.query.sts.identity;

import org.jspecify.annotations.NullMarked;
