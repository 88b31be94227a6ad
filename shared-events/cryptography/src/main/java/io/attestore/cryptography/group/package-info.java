/**
 * The keys that keys in the database are wrapped under, some thousands, none of which is ever in the database: destroying
 * one destroys what is left of its wrappings, wherever it is left.
 */
@NullMarked
package io.attestore.cryptography.group;

import org.jspecify.annotations.NullMarked;
