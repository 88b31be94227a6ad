/** What is about to be sent or recorded, as bytes: an answer may hold a secret, so nothing unwiped stays behind. */
@NullMarked
package io.attestore.contract.output;

import org.jspecify.annotations.NullMarked;
