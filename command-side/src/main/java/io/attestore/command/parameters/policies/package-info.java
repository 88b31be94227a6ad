/** The policies of advanced parameters: what they say, and whether they may stand together. */
@NullMarked
package io.attestore.command.parameters.policies;

import org.jspecify.annotations.NullMarked;
