/** Changes of parameters told to webhooks: from the log, in its order, at least once, never a value. */
@NullMarked
package io.attestore.audit.changes;

import org.jspecify.annotations.NullMarked;
