/** What happened to KMS keys: created, switched, rotated, used. */
@NullMarked
package io.attestore.events.key;

import org.jspecify.annotations.NullMarked;
