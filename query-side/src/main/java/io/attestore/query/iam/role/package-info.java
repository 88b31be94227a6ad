/** What is told of roles and instance profiles. */
@NullMarked
package io.attestore.query.iam.role;

import org.jspecify.annotations.NullMarked;
