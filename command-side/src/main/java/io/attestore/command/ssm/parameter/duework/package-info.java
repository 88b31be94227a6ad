/** What is to be done to parameters when its time has come, and how that is decided then. */
@NullMarked
package io.attestore.command.ssm.parameter.duework;

import org.jspecify.annotations.NullMarked;
