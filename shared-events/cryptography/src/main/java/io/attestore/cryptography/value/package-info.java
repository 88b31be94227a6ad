/** The sealing of what an event stores of a value, under a data key that lives outside the log. */
@NullMarked
package io.attestore.cryptography.value;

import org.jspecify.annotations.NullMarked;
