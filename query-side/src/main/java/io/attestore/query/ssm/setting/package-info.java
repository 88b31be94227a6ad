/** The operations that tell service settings. */
@NullMarked
package io.attestore.query.ssm.setting;

import org.jspecify.annotations.NullMarked;
