/** The policies of advanced parameters: what they say, and whether they may stand together. */
@NullMarked
package io.attestore.command.ssm.parameter.policies;

import org.jspecify.annotations.NullMarked;
