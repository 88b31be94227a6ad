/** The policies of a parameter, as answers show them. */
@NullMarked
package io.attestore.query.ssm.policy.text;

import org.jspecify.annotations.NullMarked;
