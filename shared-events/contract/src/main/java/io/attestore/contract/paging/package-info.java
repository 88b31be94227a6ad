/** Paging tokens that only this store can make and only the same question can use again. */
@NullMarked
package io.attestore.contract.paging;

import org.jspecify.annotations.NullMarked;
