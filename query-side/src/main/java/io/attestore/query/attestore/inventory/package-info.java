/** DescribeInventory: which parameters there were, at any moment of the past. */
@NullMarked
package io.attestore.query.attestore.inventory;

import org.jspecify.annotations.NullMarked;
