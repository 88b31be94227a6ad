/** What is told to auditors: records in CloudTrail's form, and the search over them. */
@NullMarked
package io.attestore.audit;

import org.jspecify.annotations.NullMarked;
