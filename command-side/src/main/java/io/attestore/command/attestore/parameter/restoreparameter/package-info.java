/** RestoreParameter: brings back a deleted parameter. */
@NullMarked
package io.attestore.command.attestore.parameter.restoreparameter;

import org.jspecify.annotations.NullMarked;
