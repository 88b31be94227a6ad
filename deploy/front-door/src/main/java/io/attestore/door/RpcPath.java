package io.attestore.door;

import java.util.Optional;

/**
 * {@code /service/SERVICE/operation/OPERATION}, the address of a call by Smithy RPC v2, as it was sent and not decoded:
 * no name of a service or an operation has anything to decode.
 */
record RpcPath(String service, String operation) {

    private static final int SEGMENTS = 5;

    static Optional<RpcPath> of(String path) {
        String[] segments = path.split("/", SEGMENTS + 1);
        boolean named = segments.length == SEGMENTS
                && segments[0].isEmpty()
                && segments[1].equals("service")
                && segments[3].equals("operation");
        return named ? Optional.of(new RpcPath(segments[2], segments[4])) : Optional.empty();
    }
}
