/** Who is calling, may they, what did they ask. Knows no operation. */
@NullMarked
package io.attestore.door;

import org.jspecify.annotations.NullMarked;
