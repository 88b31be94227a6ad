/** AWS's wire protocols: bytes to inputs and outputs to bytes, for AWS JSON 1.1, Smithy RPC v2 CBOR and AWS Query. */
@NullMarked
package io.attestore.door.protocol;

import org.jspecify.annotations.NullMarked;
