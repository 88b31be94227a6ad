/** Inputs and outputs as trees, and the shapes that describe them: one description from which parsing, checks and redaction follow. */
@NullMarked
package io.attestore.contract.document;

import org.jspecify.annotations.NullMarked;
