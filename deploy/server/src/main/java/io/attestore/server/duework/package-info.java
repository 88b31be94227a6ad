/** What is done when its time has come: derived from the log, done once, whichever node does it. */
@NullMarked
package io.attestore.server.duework;

import org.jspecify.annotations.NullMarked;
