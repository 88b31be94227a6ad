package io.attestore.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.entities.hot.StateCache;
import io.attestore.server.RunningServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterHistory;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** Values of versions that are not the newest: in the log, and not in memory. */
class OlderVersionsTest {

    private static final int VERSIONS = 60;

    @TempDir
    Path data;

    @Test
    void versions_labels_and_histories_are_read_as_before_whether_hot_cold_or_after_a_restart() throws Exception {
        try (RunningServer server = start();
                SsmClient ssm = server.client(SsmClient.builder())) {
            for (int version = 1; version <= VERSIONS; version++) {
                put(ssm, "/old/secure", ParameterType.SECURE_STRING, "secure " + version);
                put(ssm, "/old/plain", ParameterType.STRING, "plain " + version);
            }
            for (String name : List.of("/old/secure", "/old/plain")) {
                ssm.labelParameterVersion(
                        request -> request.name(name).parameterVersion(7L).labels("pinned"));
            }
            assertAllIsRead(ssm);

            server.bean(StateCache.class).clear();
            assertAllIsRead(ssm);
            awaitStored(server);
            server.bean(StateCache.class).clear();
            assertAllIsRead(ssm);
        }
        try (RunningServer server = start();
                SsmClient ssm = server.client(SsmClient.builder())) {
            assertAllIsRead(ssm);

            put(ssm, "/old/plain", ParameterType.STRING, "plain again");
            server.bean(StateCache.class).clear();

            assertThat(value(ssm, "/old/plain")).isEqualTo("plain again");
            assertThat(value(ssm, "/old/plain:" + VERSIONS)).isEqualTo("plain " + VERSIONS);
        }
    }

    private static void assertAllIsRead(SsmClient ssm) {
        for (String kind : List.of("secure", "plain")) {
            String name = "/old/" + kind;
            assertThat(value(ssm, name)).isEqualTo(kind + " " + VERSIONS);
            assertThat(value(ssm, name + ":1")).isEqualTo(kind + " 1");
            assertThat(value(ssm, name + ":" + VERSIONS)).isEqualTo(kind + " " + VERSIONS);
            assertThat(value(ssm, name + ":pinned")).isEqualTo(kind + " 7");
            assertThat(ssm
                            .getParameterHistoryPaginator(
                                    request -> request.name(name).withDecryption(true))
                            .stream()
                            .flatMap(page -> page.parameters().stream()))
                    .extracting(ParameterHistory::value)
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, VERSIONS)
                            .mapToObj(version -> kind + " " + version)
                            .toList());
        }
        assertThat(ssm.getParametersByPath(request -> request.path("/old").withDecryption(true))
                        .parameters())
                .extracting(Parameter::value)
                .containsExactly("plain " + VERSIONS, "secure " + VERSIONS);
    }

    private static String value(SsmClient ssm, String name) {
        return ssm.getParameter(request -> request.name(name).withDecryption(true))
                .parameter()
                .value();
    }

    private static void put(SsmClient ssm, String name, ParameterType type, String value) {
        ssm.putParameter(request -> request.name(name).type(type).value(value).overwrite(true));
    }

    private static void awaitStored(RunningServer server) throws Exception {
        String rows = "select key from state_snapshot";
        try (StoredBytes stored = new StoredBytes(server.data())) {
            for (int i = 0; i < 1_000 && stored.column(rows).size() < 2; i++) {
                Thread.sleep(10);
            }
            assertThat(stored.column(rows)).hasSize(2);
        }
    }

    /** Nothing is read from memory because it happened just now. */
    private RunningServer start() {
        return RunningServer.start(data, Map.of("attestore.log.window-events-max", "1"));
    }
}
