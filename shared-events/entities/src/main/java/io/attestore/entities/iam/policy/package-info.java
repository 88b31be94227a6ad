/** Managed policies, and the documents of all of them. */
@NullMarked
package io.attestore.entities.iam.policy;

import org.jspecify.annotations.NullMarked;
