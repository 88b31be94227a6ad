/** The policies of a parameter, as answers show them. */
@NullMarked
package io.attestore.query.parameters.policy;

import org.jspecify.annotations.NullMarked;
