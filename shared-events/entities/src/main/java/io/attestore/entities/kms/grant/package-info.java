/** Grants: what somebody may do with a key beside what policies say. */
@NullMarked
package io.attestore.entities.kms.grant;

import org.jspecify.annotations.NullMarked;
