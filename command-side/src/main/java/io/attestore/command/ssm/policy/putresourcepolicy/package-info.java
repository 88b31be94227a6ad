/** PutResourcePolicy: shares a parameter with other accounts. */
@NullMarked
package io.attestore.command.ssm.policy.putresourcepolicy;

import org.jspecify.annotations.NullMarked;
