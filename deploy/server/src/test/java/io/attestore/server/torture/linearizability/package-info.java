@NullMarked
package io.attestore.server.torture.linearizability;

import org.jspecify.annotations.NullMarked;
