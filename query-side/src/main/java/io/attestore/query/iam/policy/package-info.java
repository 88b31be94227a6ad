/** What is told of managed policies and of what they are attached to. */
@NullMarked
package io.attestore.query.iam.policy;

import org.jspecify.annotations.NullMarked;
