/** Lists in pages, continued by markers. */
@NullMarked
package io.attestore.query.kms.page;

import org.jspecify.annotations.NullMarked;
