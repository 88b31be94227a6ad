/** Conditions of statements: AWS's operators, a file per family. */
@NullMarked
package io.attestore.policy.condition;

import org.jspecify.annotations.NullMarked;
