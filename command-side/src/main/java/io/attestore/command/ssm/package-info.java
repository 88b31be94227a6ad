/** The operations of Parameter Store that change something. */
@NullMarked
package io.attestore.command.ssm;

import org.jspecify.annotations.NullMarked;
