/** Whether the store gives out anything secret. */
@NullMarked
package io.attestore.entities.disclosure;

import org.jspecify.annotations.NullMarked;
