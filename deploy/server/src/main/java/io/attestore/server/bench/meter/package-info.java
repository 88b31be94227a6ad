/** What a process has used: processor time and resident memory, as Linux tells them. */
@NullMarked
package io.attestore.server.bench.meter;

import org.jspecify.annotations.NullMarked;
