@NullMarked
package io.attestore.server.http.share;

import org.jspecify.annotations.NullMarked;
