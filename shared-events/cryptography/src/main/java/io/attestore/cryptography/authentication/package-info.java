/** The store's own keys of authentication, by which it knows again what it wrote: random, versioned, kept in a file. */
@NullMarked
package io.attestore.cryptography.authentication;

import org.jspecify.annotations.NullMarked;
