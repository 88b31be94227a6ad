/** What wildcards and policy variables match. */
@NullMarked
package io.attestore.policy.pattern;

import org.jspecify.annotations.NullMarked;
