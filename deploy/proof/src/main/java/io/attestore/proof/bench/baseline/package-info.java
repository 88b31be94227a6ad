/** What the same bytes cost without us: plain JDBC on a PostgreSQL of its own. */
@NullMarked
package io.attestore.proof.bench.baseline;

import org.jspecify.annotations.NullMarked;
