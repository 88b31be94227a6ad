/** Tomcat's connections, but a request is read as a whole before anything is given to it, and nobody keeps others out. */
@NullMarked
package io.attestore.server.http.connection;

import org.jspecify.annotations.NullMarked;
