/** ResetServiceSetting: takes a setting of Parameter Store back to its default. */
@NullMarked
package io.attestore.command.parameters.resetservicesetting;

import org.jspecify.annotations.NullMarked;
