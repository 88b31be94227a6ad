/** What the load asks for, and what it must be answered. */
@NullMarked
package io.attestore.server.bench.calls;

import org.jspecify.annotations.NullMarked;
