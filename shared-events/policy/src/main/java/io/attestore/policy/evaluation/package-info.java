/** What a set of policies says to a request. */
@NullMarked
package io.attestore.policy.evaluation;

import org.jspecify.annotations.NullMarked;
