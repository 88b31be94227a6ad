/** The root key: wraps every other key, names itself in what it wrapped, and authenticates what the store signs. */
@NullMarked
package io.attestore.cryptography.root;

import org.jspecify.annotations.NullMarked;
