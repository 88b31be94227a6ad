/** The operations of Parameter Store that change nothing. */
@NullMarked
package io.attestore.query.ssm;

import org.jspecify.annotations.NullMarked;
