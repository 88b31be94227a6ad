/** What a principal may do: his policies, and what every request tells of itself. */
@NullMarked
package io.attestore.entities.iam.permission;

import org.jspecify.annotations.NullMarked;
