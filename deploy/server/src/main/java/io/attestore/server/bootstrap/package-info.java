/** The accounts and root access keys that must exist before the first request: made, found, or refused. */
@NullMarked
package io.attestore.server.bootstrap;

import org.jspecify.annotations.NullMarked;
