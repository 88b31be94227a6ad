/** PutResourcePolicy: shares a parameter with other accounts. */
@NullMarked
package io.attestore.command.parameters.putresourcepolicy;

import org.jspecify.annotations.NullMarked;
