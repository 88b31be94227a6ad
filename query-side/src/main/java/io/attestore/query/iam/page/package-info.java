/** IAM's way of paging. */
@NullMarked
package io.attestore.query.iam.page;

import org.jspecify.annotations.NullMarked;
