/** The operations that change service settings. */
@NullMarked
package io.attestore.command.ssm.setting;

import org.jspecify.annotations.NullMarked;
