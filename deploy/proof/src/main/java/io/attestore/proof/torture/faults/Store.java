package io.attestore.proof.torture.faults;

import io.attestore.postgres.ConnectionSettings;
import io.attestore.proof.torture.client.ApiClient;
import java.net.URI;
import java.util.List;

/** A store that is up, as a trial sees it. */
interface Store extends AutoCloseable {

    /** A client of its root. The caller closes it. */
    ApiClient client();

    /** Where health and metrics are. */
    URI management();

    /** Its database, as it can be reached now. */
    ConnectionSettings database();

    /** Whether it has ended by itself. */
    default boolean hasEnded() {
        return false;
    }

    /** Starts it again if it has ended by itself, as a service manager does; answers whether it had. */
    default boolean startAgainIfEnded() {
        return false;
    }

    /** The whole record, with its anchors. @return what is wrong */
    List<String> verify();

    @Override
    void close() throws Exception;
}
