/** What a process has used: processor time and resident memory, as Linux tells them. */
@NullMarked
package io.attestore.proof.bench.meter;

import org.jspecify.annotations.NullMarked;
