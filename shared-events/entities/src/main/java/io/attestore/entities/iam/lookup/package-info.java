/** How calls name what IAM has: by names, by ARNs, or themselves. */
@NullMarked
package io.attestore.entities.iam.lookup;

import org.jspecify.annotations.NullMarked;
