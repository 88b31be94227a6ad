/** What is told of access keys. */
@NullMarked
package io.attestore.query.iam.accesskey;

import org.jspecify.annotations.NullMarked;
