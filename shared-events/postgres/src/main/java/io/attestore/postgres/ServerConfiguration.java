package io.attestore.postgres;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * PostgreSQL settings given on the server's command line, where neither a file nor ALTER SYSTEM can undo them.
 *
 * <p>Three groups: nothing acknowledged is lost; nobody from outside gets in; the log holds neither statements nor
 * values, since those are other people's data.
 */
final class ServerConfiguration {

    private ServerConfiguration() {}

    static Map<String, String> of(EmbeddedPostgresSettings settings, int port) {
        var configuration = new LinkedHashMap<String, String>();
        configuration.put("fsync", "on");
        configuration.put("full_page_writes", "on");
        configuration.put("synchronous_commit", "on");

        configuration.put("listen_addresses", "127.0.0.1");
        configuration.put("port", Integer.toString(port));
        configuration.put("unix_socket_directories", "");
        configuration.put("password_encryption", "scram-sha-256");

        configuration.put("log_min_error_statement", "panic");
        configuration.put("log_error_verbosity", "terse");
        configuration.put("log_checkpoints", "off");
        configuration.put("logging_collector", "off");

        configuration.put("max_connections", Integer.toString(settings.connectionsMax()));
        configuration.put("shared_buffers", settings.sharedBuffersMegabytes() + "MB");
        configuration.put("max_wal_size", "1GB");
        configuration.put("timezone", "UTC");
        configuration.put("log_timezone", "UTC");
        return configuration;
    }
}
