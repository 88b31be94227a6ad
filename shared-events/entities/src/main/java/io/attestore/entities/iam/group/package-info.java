/** Groups of users. */
@NullMarked
package io.attestore.entities.iam.group;

import org.jspecify.annotations.NullMarked;
