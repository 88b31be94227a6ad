/** The operations that read parameters. */
@NullMarked
package io.attestore.query.ssm.parameter;

import org.jspecify.annotations.NullMarked;
