/** Reading and joining the fields of formats that are written out in bytes. */
@NullMarked
package io.attestore.cryptography.bytes;

import org.jspecify.annotations.NullMarked;
