/** What can be known: read models and the operations that read or use. */
@NullMarked
package io.attestore.query;

import org.jspecify.annotations.NullMarked;
