/** GetParameters: up to ten parameters with their values. */
@NullMarked
package io.attestore.query.parameters.getparameters;

import org.jspecify.annotations.NullMarked;
