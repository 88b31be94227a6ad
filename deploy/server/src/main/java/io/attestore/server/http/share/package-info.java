/** What all clients share, and how much of it one of them may have. */
@NullMarked
package io.attestore.server.http.share;

import org.jspecify.annotations.NullMarked;
