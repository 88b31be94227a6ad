/** The parameter that a call is about, and whether there is room for one more. */
@NullMarked
package io.attestore.command.ssm.parameter.subject;

import org.jspecify.annotations.NullMarked;
