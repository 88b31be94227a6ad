/** What every cryptographic operation asks before it uses a key. */
@NullMarked
package io.attestore.query.keys.use;

import org.jspecify.annotations.NullMarked;
