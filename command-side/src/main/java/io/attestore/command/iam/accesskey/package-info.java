/** What changes access keys. */
@NullMarked
package io.attestore.command.iam.accesskey;

import org.jspecify.annotations.NullMarked;
