/** GetServiceSetting: a setting of Parameter Store as it is. */
@NullMarked
package io.attestore.query.parameters.getservicesetting;

import org.jspecify.annotations.NullMarked;
