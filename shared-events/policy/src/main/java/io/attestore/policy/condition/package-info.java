/** The operators of conditions. */
@NullMarked
package io.attestore.policy.condition;

import org.jspecify.annotations.NullMarked;
