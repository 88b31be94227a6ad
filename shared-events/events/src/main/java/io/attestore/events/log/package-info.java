/** How the log is read by position: the port that projections and searches stand on. */
@NullMarked
package io.attestore.events.log;

import org.jspecify.annotations.NullMarked;
