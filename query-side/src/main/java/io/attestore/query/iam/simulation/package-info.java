/** Policies tried out: what they would decide, and what they look at. */
@NullMarked
package io.attestore.query.iam.simulation;

import org.jspecify.annotations.NullMarked;
