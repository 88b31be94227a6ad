/** Finds what a call names: a parameter, of this account or another, or a secret by its reference. */
@NullMarked
package io.attestore.query.ssm.parameter.lookup;

import org.jspecify.annotations.NullMarked;
