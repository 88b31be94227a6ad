@NullMarked
package io.attestore.server.http.source;

import org.jspecify.annotations.NullMarked;
