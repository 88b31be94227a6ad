/** What is so of KMS keys and aliases, how a key is found by the names it goes by, and its use. */
@NullMarked
package io.attestore.entities.kms.key;

import org.jspecify.annotations.NullMarked;
