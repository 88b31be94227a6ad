/**
 * Makes destructions complete: when a key was destroyed, its group gets another key, what lives is wrapped anew, and the
 * key before is overwritten.
 */
@NullMarked
package io.attestore.server.shredding;

import org.jspecify.annotations.NullMarked;
