@NullMarked
package io.attestore.server.http.connection;

import org.jspecify.annotations.NullMarked;
