/** CloudTrail's operation LookupEvents: the trail as AWS's clients ask for it. */
@NullMarked
package io.attestore.audit.lookupevents;

import org.jspecify.annotations.NullMarked;
