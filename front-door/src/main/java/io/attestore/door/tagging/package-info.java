/** How the tags of parameters are written, and what can have them. */
@NullMarked
package io.attestore.door.tagging;

import org.jspecify.annotations.NullMarked;
