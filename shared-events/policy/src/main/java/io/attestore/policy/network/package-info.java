/** IP addresses and networks, as texts. */
@NullMarked
package io.attestore.policy.network;

import org.jspecify.annotations.NullMarked;
