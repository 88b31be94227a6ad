/** States kept hot in memory at a known position of the log, so that a decision costs a few memory reads. */
@NullMarked
package io.attestore.entities.hot;

import org.jspecify.annotations.NullMarked;
