/** What requests about resource policies name. */
@NullMarked
package io.attestore.entities.ssm.policy;

import org.jspecify.annotations.NullMarked;
