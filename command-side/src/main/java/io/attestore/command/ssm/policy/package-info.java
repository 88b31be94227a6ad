/** The operations that change resource policies. */
@NullMarked
package io.attestore.command.ssm.policy;

import org.jspecify.annotations.NullMarked;
