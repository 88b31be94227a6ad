/** The operations that tell resource policies. */
@NullMarked
package io.attestore.query.ssm.policy;

import org.jspecify.annotations.NullMarked;
