/** Service settings: their states, and how they are answered. */
@NullMarked
package io.attestore.entities.ssm.setting;

import org.jspecify.annotations.NullMarked;
