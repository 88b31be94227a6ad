/** UpdateServiceSetting: gives a setting of Parameter Store a value of the account's own. */
@NullMarked
package io.attestore.command.parameters.updateservicesetting;

import org.jspecify.annotations.NullMarked;
