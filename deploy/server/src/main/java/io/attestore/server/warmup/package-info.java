/** What a server reads into memory after its start, before anybody asks for it. */
@NullMarked
package io.attestore.server.warmup;

import org.jspecify.annotations.NullMarked;
