/** The operations of IAM that tell something. */
@NullMarked
package io.attestore.query.iam;

import org.jspecify.annotations.NullMarked;
