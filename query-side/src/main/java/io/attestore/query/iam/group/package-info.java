/** What is told of groups. */
@NullMarked
package io.attestore.query.iam.group;

import org.jspecify.annotations.NullMarked;
