package io.attestore.server.shredding;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.eventlog.PostgresEventLog;
import io.attestore.events.log.RecordedEvent;
import io.attestore.events.parameter.ParameterVersionPut;
import io.attestore.server.RunningServer;
import io.attestore.server.system.JavaCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** A process that is killed in a roll, its database left behind. */
class HaltedRollTest {

    private static final Map<String, String> ONE_GROUP = Map.of("attestore.shredding.groups", "1");
    private static final long END_SECONDS_MAX = 120;

    @TempDir
    Path folder;

    @TempDir
    Path scratch;

    @ParameterizedTest
    @EnumSource(
            value = RollStep.class,
            names = {"REWRAPPED", "COMMITTED", "OVERWRITTEN"})
    void loses_no_live_value_and_no_destruction(RollStep last) throws Exception {
        ParameterVersionPut deleted;
        try (RunningServer server = RunningServer.start(folder, ONE_GROUP);
                SsmClient ssm = server.client(SsmClient.builder())) {
            put(ssm, "/kept");
            put(ssm, "/deleted");
            deleted = server.bean(PostgresEventLog.class).read(0, 1_000).stream()
                    .map(RecordedEvent::event)
                    .filter(ParameterVersionPut.class::isInstance)
                    .map(ParameterVersionPut.class::cast)
                    .filter(put -> put.name().value().equals("/deleted"))
                    .findFirst()
                    .orElseThrow();
            ssm.deleteParameter(request -> request.name("/deleted"));
        }

        rollUntilHalted(last);

        try (RunningServer server = RunningServer.start(folder, Map.of());
                SsmClient ssm = server.client(SsmClient.builder())) {
            assertThat(valueOf(ssm, "/kept")).isEqualTo("value of /kept");
            server.bean(Shredder.class).rollAll(RollWatch.NONE);
            assertThat(server.bean(Shredder.class).status().dueGroups()).isZero();
            assertThat(new KeyRemains(folder, scratch).opening(deleted)).isEmpty();
            assertThat(valueOf(ssm, "/kept")).isEqualTo("value of /kept");
        }
    }

    private void rollUntilHalted(RollStep last) throws Exception {
        Path output = scratch.resolve("output");
        Process process = new ProcessBuilder(
                        JavaCommand.of(List.of(), HaltingServer.class, folder.toString(), last.name()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(END_SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(output)).isEqualTo(HaltingServer.HALTED);
        } finally {
            process.destroyForcibly();
        }
    }

    private static void put(SsmClient ssm, String name) {
        ssm.putParameter(request -> request.name(name).value("value of " + name).type(ParameterType.SECURE_STRING));
    }

    private static String valueOf(SsmClient ssm, String name) {
        return ssm.getParameter(request -> request.name(name).withDecryption(true))
                .parameter()
                .value();
    }
}
