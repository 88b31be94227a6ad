/** Roles, and the instance profiles that hand them to machines. */
@NullMarked
package io.attestore.entities.iam.role;

import org.jspecify.annotations.NullMarked;
