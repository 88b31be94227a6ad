/** CreateKey: a symmetric key comes to be. */
@NullMarked
package io.attestore.command.kms.key.createkey;

import org.jspecify.annotations.NullMarked;
