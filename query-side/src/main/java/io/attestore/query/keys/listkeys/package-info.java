/** ListKeys: which keys an account has in a Region. */
@NullMarked
package io.attestore.query.keys.listkeys;

import org.jspecify.annotations.NullMarked;
