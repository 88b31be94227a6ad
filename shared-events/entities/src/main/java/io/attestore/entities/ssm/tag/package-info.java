/** How the tags of parameters are written, and what can have them. */
@NullMarked
package io.attestore.entities.ssm.tag;

import org.jspecify.annotations.NullMarked;
