/** The API's HTTP port: one servlet that reads a bounded request and writes the front door's answer. */
@NullMarked
package io.attestore.server.http;

import org.jspecify.annotations.NullMarked;
