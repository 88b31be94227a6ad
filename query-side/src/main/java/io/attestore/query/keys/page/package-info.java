/** Lists in pages, continued by markers. */
@NullMarked
package io.attestore.query.keys.page;

import org.jspecify.annotations.NullMarked;
