@NullMarked
package io.attestore.server.torture.hostile;

import org.jspecify.annotations.NullMarked;
