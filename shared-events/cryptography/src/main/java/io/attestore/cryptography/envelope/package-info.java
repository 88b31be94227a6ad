/** Messages that carry their own data key, encrypted: the format of the AWS Encryption SDK. */
@NullMarked
package io.attestore.cryptography.envelope;

import org.jspecify.annotations.NullMarked;
