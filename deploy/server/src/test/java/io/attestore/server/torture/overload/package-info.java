@NullMarked
package io.attestore.server.torture.overload;

import org.jspecify.annotations.NullMarked;
