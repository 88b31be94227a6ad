/** CreateKey: a symmetric key comes to be. */
@NullMarked
package io.attestore.command.keys.createkey;

import org.jspecify.annotations.NullMarked;
