/** The operations of IAM that change something. */
@NullMarked
package io.attestore.command.iam;

import org.jspecify.annotations.NullMarked;
