/** A KMS key used by another service on a caller's behalf: whether it may be, and how a refusal is told. */
@NullMarked
package io.attestore.entities.ssm.keyuse;

import org.jspecify.annotations.NullMarked;
