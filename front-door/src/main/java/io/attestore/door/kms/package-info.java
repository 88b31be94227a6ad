/** What all operations of KMS have in common: how a key is named, found and described. */
@NullMarked
package io.attestore.door.kms;

import org.jspecify.annotations.NullMarked;
