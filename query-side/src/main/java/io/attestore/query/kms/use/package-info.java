/** What every cryptographic operation asks before it uses a key. */
@NullMarked
package io.attestore.query.kms.use;

import org.jspecify.annotations.NullMarked;
