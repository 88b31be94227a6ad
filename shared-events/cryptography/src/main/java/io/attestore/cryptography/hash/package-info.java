/** Short keyed hashes, for tables in memory that must not be led astray by whoever chooses what is in them. */
@NullMarked
package io.attestore.cryptography.hash;

import org.jspecify.annotations.NullMarked;
