/** The PostgreSQL under the log: the embedded server, connection settings and the safety settings without which we do not run. */
@NullMarked
package io.attestore.postgres;

import org.jspecify.annotations.NullMarked;
