/** The operations that change the labels of parameter versions. */
@NullMarked
package io.attestore.command.ssm.label;

import org.jspecify.annotations.NullMarked;
