package io.attestore.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.eventlog.PostgresEventLog;
import io.attestore.postgres.EmbeddedPostgresException;
import io.attestore.server.store.PrivateFile;
import io.attestore.server.verify.VerifyCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.sts.StsClient;

/** One folder through several lives of the server. */
class RestartTest {

    @TempDir
    Path folder;

    @Test
    void a_store_keeps_its_accounts_keys_and_record_over_restarts_and_is_whole_throughout() throws Exception {
        Path data = folder.resolve("data");
        String accessKey;
        long head;
        try (RunningServer first = RunningServer.start(data, Map.of())) {
            accessKey = first.environment().get("AWS_ACCESS_KEY_ID");
            call(first);
            head = first.bean(PostgresEventLog.class).head();

            assertThat(mode(data.resolve("root.key"))).isEqualTo("rw-------");
            assertThat(mode(data.resolve("env"))).isEqualTo("rw-------");
            assertThat(mode(data.resolve("database"))).isEqualTo("rw-------");
            assertThat(first.environment())
                    .containsEntry("AWS_ENDPOINT_URL", first.endpoint().toString());
            assertThatThrownBy(() -> RunningServer.start(data, Map.of()))
                    .isInstanceOf(EmbeddedPostgresException.class)
                    .hasMessageContaining("Another Attestore");
            assertThat(verify(data)).contains("The record is whole.");
        }
        assertThat(postgresProcessesOf(data)).isEmpty();
        assertThat(data.resolve("database")).doesNotExist();
        assertThat(verify(data)).contains("The record is whole.");
        assertThat(postgresProcessesOf(data)).isEmpty();

        Path bootstrap = folder.resolve("accounts.json");
        PrivateFile.write(bootstrap, """
                [{"account_id":"111122223333","access_key":"AKIATESTTESTTEST0001","secret_key":"its/secret+$'0123456789"},
                 {"account_id":"444455556666","access_key":"AKIATESTTESTTEST0002","secret_key":"another-secret-0123456789"}]
                """);
        try (RunningServer second = RunningServer.start(data, Map.of("attestore.bootstrap", bootstrap.toString()))) {
            assertThat(second.environment()).containsEntry("AWS_ACCESS_KEY_ID", "AKIATESTTESTTEST0001");
            assertThat(second.bean(PostgresEventLog.class).head()).isEqualTo(head + 4);
            assertThat(account(second, "AKIATESTTESTTEST0001", "its/secret+$'0123456789"))
                    .isEqualTo("111122223333");
            assertThat(account(second, "AKIATESTTESTTEST0002", "another-secret-0123456789"))
                    .isEqualTo("444455556666");
            head = second.bean(PostgresEventLog.class).head();
        }
        try (RunningServer third = RunningServer.start(data, Map.of("attestore.bootstrap", bootstrap.toString()))) {
            assertThat(third.bean(PostgresEventLog.class).head()).isEqualTo(head);
            assertThat(accessKey).isNotEqualTo(third.environment().get("AWS_ACCESS_KEY_ID"));
        }

        Files.writeString(bootstrap, Files.readString(bootstrap).replace("another-secret", "other-secret"));
        assertThatThrownBy(() -> RunningServer.start(data, Map.of("attestore.bootstrap", bootstrap.toString())))
                .satisfies(failure -> assertThat(FailureLine.of(failure))
                        .isEqualTo("The access key AKIATESTTESTTEST0002 is there already, with another secret;"
                                + " a secret cannot change"));
        assertThat(postgresProcessesOf(data)).isEmpty();
    }

    private static void call(RunningServer server) {
        try (StsClient sts = server.client(StsClient.builder())) {
            sts.getCallerIdentity();
        }
    }

    private static String account(RunningServer server, String id, String secret) {
        var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create(id, secret));
        try (StsClient sts = server.client(StsClient.builder(), credentials)) {
            return sts.getCallerIdentity().account();
        }
    }

    private static List<String> verify(Path data) {
        List<String> lines = new ArrayList<>();
        int exitCode = VerifyCommand.run(Map.of("attestore.data", data.toString()), lines::add);
        assertThat(exitCode).describedAs(String.join("\n", lines)).isZero();
        return lines;
    }

    private static List<String> postgresProcessesOf(Path data) {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .filter(command -> command.contains(data.resolve("postgres").toString()))
                .toList();
    }

    private static String mode(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
