/** AWS's policy evaluation logic: all policies that apply to a request, and the verdict. */
@NullMarked
package io.attestore.policy.evaluation;

import org.jspecify.annotations.NullMarked;
