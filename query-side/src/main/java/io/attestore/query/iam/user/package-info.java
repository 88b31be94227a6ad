/** What is told of users. */
@NullMarked
package io.attestore.query.iam.user;

import org.jspecify.annotations.NullMarked;
