/** What changes groups, and who is in them. */
@NullMarked
package io.attestore.command.iam.group;

import org.jspecify.annotations.NullMarked;
