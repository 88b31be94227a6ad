@NullMarked
package io.attestore.server.torture.nodes;

import org.jspecify.annotations.NullMarked;
