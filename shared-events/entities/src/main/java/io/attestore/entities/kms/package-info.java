/** KMS: how a key is named, found, described and refused, for both sides. */
@NullMarked
package io.attestore.entities.kms;

import org.jspecify.annotations.NullMarked;
