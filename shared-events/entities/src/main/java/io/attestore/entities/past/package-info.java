/** What was so at some moment or position of the log. */
@NullMarked
package io.attestore.entities.past;

import org.jspecify.annotations.NullMarked;
