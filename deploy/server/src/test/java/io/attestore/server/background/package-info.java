@NullMarked
package io.attestore.server.background;

import org.jspecify.annotations.NullMarked;
