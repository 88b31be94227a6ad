/** What a call's events say in CloudTrail's words: a pure mapping from the log to event records. */
@NullMarked
package io.attestore.audit.record;

import org.jspecify.annotations.NullMarked;
