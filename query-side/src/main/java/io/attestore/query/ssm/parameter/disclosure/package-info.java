/** Giving values out: opened, decrypted if wanted, and on record. */
@NullMarked
package io.attestore.query.ssm.parameter.disclosure;

import org.jspecify.annotations.NullMarked;
