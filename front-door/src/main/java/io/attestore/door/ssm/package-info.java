/** What several operations of Parameter Store take and answer. */
@NullMarked
package io.attestore.door.ssm;

import org.jspecify.annotations.NullMarked;
