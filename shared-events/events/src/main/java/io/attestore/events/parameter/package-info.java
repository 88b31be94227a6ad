/** What happened to parameters: versions put, deleted, disclosed. */
@NullMarked
package io.attestore.events.parameter;

import org.jspecify.annotations.NullMarked;
