/** What every event log must do, as suites that an implementation runs against itself. */
@NullMarked
package io.attestore.eventlog.contract;

import org.jspecify.annotations.NullMarked;
