/** How events become bytes and which names they are stored under. */
@NullMarked
package io.attestore.eventlog.codec;

import org.jspecify.annotations.NullMarked;
