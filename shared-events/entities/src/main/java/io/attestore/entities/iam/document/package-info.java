/** What IAM's answers tell of what it has. */
@NullMarked
package io.attestore.entities.iam.document;

import org.jspecify.annotations.NullMarked;
