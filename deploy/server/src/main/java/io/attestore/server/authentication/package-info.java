/** How sources are slowed down whose requests cannot be authenticated. */
@NullMarked
package io.attestore.server.authentication;

import org.jspecify.annotations.NullMarked;
