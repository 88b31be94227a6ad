package io.attestore.server.system;

import io.attestore.postgres.ConnectionSettings;
import io.attestore.postgres.TestDatabase;
import io.attestore.server.RunningServer;
import io.attestore.server.client.ManageLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two servers on one database. The first has made the account's access key, which both know. */
final class TwoServers implements AutoCloseable {

    private final TestDatabase database = TestDatabase.fresh();
    private final Path folder;
    private RunningServer one;
    private RunningServer other;

    TwoServers(Path folder) {
        this.folder = folder;
        this.one = start("a");
        this.other = start("b");
    }

    RunningServer one() {
        return one;
    }

    RunningServer other() {
        return other;
    }

    void restart() {
        one.close();
        other.close();
        one = start("a");
        other = start("b");
    }

    /** Runs a command of the management port against a server; what it tells. */
    static List<String> manage(RunningServer server, String command, String... arguments) {
        List<String> told = new ArrayList<>();
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.add("--management-port");
        all.add(Integer.toString(server.management().getPort()));
        ManageLine.run(command, all, Map.of(), told::add);
        return told;
    }

    private RunningServer start(String name) {
        ConnectionSettings connection = database.settings();
        Map<String, String> settings = new HashMap<>();
        settings.put("attestore.jdbc.url", connection.jdbcUrl());
        settings.put("attestore.jdbc.user", connection.user());
        settings.put("attestore.jdbc.password", connection.password().exposeToDriver());
        settings.put("attestore.root-key-file", folder.resolve("root.key").toString());
        return RunningServer.start(folder.resolve(name), settings);
    }

    @Override
    public void close() {
        try (database) {
            one.close();
            other.close();
        }
    }
}
