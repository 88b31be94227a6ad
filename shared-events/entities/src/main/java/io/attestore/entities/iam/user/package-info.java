/** Users. */
@NullMarked
package io.attestore.entities.iam.user;

import org.jspecify.annotations.NullMarked;
