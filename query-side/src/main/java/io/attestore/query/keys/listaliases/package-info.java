/** ListAliases: which aliases an account has in a Region, and where they point. */
@NullMarked
package io.attestore.query.keys.listaliases;

import org.jspecify.annotations.NullMarked;
