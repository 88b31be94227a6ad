/** Policy documents: what they may say, read once and compiled. */
@NullMarked
package io.attestore.policy.document;

import org.jspecify.annotations.NullMarked;
