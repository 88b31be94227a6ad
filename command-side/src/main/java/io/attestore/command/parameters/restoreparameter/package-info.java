/** RestoreParameter: brings back a deleted parameter. */
@NullMarked
package io.attestore.command.parameters.restoreparameter;

import org.jspecify.annotations.NullMarked;
