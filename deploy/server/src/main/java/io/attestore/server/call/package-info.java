/** One call to its durable end: an Axon command that authorises, decides on fresh state and records what happened. */
@NullMarked
package io.attestore.server.call;

import org.jspecify.annotations.NullMarked;
