/** The operations that read parameters. */
@NullMarked
package io.attestore.query.parameters;

import org.jspecify.annotations.NullMarked;
