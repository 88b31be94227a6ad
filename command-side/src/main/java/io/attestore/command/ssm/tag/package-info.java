/** The operations that change the tags of parameters. */
@NullMarked
package io.attestore.command.ssm.tag;

import org.jspecify.annotations.NullMarked;
