/** The operations of STS that change nothing. */
@NullMarked
package io.attestore.query.sts;

import org.jspecify.annotations.NullMarked;
