/** Texts of policies with wildcards and variables, and how they match. */
@NullMarked
package io.attestore.policy.pattern;

import org.jspecify.annotations.NullMarked;
