/** Copies of the keys beside the database, sealed to whoever keeps them. */
@NullMarked
package io.attestore.cryptography.export;

import org.jspecify.annotations.NullMarked;
