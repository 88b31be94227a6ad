/** What lies in the data directory beside the database: small files that only their owner may read. */
@NullMarked
package io.attestore.server.store;

import org.jspecify.annotations.NullMarked;
