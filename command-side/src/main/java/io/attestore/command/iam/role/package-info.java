/** What changes roles and instance profiles. */
@NullMarked
package io.attestore.command.iam.role;

import org.jspecify.annotations.NullMarked;
