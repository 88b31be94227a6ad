package io.attestore.server.shredding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.cryptography.export.KeyExport;
import io.attestore.postgres.ConnectionSettings;
import io.attestore.postgres.TestDatabase;
import io.attestore.server.RunningServer;
import io.attestore.server.store.OtherKeysDirectoryException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** Servers on one database, one of which has a copy of the directory of keys instead of the directory. */
class CopiedKeysTest {

    private static final String GROUPS = "64";

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.fresh();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_copy_serves_until_the_first_roll_and_is_out_of_service_and_refused_from_then_on() throws Exception {
        try (RunningServer server = start("a", "keys");
                SsmClient ssm = server.client(SsmClient.builder())) {
            put(ssm, "/deleted");
            put(ssm, "/kept");
            copy("keys", "copy");
            try (RunningServer other = start("b", "copy");
                    SsmClient there = other.client(SsmClient.builder(), server.credentials())) {
                assertThat(valueOf(there, "/kept")).isEqualTo("value of /kept");
                ssm.deleteParameter(request -> request.name("/deleted"));

                server.bean(Shredder.class).rollAll(RollWatch.NONE);

                assertThatExceptionOfType(OtherKeysDirectoryException.class)
                        .isThrownBy(() -> other.bean(Shredder.class).rollAll(RollWatch.NONE));
                await(() -> other.bean(Shredder.class).otherDirectory().isPresent());
                assertThat(get(other, "/health/readiness").statusCode()).isEqualTo(503);
                assertThat(get(other, "/health/keys").statusCode()).isEqualTo(503);
                HttpResponse<String> shredding = get(other, "/health/shredding");
                assertThat(shredding.statusCode()).as("nothing is overdue").isEqualTo(200);
                assertThat(shredding.body()).contains("a copy that was left behind");
                assertThat(get(server, "/health/readiness").statusCode()).isEqualTo(200);
                assertThat(valueOf(ssm, "/kept")).isEqualTo("value of /kept");
            }
            assertThatThrownBy(() -> start("b", "copy").close())
                    .hasStackTraceContaining("is not the one that the database means");
        }
        try (RunningServer server = start("a", "keys");
                SsmClient ssm = server.client(SsmClient.builder())) {
            assertThat(valueOf(ssm, "/kept")).isEqualTo("value of /kept");
        }
    }

    @Test
    void keys_that_were_exported_and_put_back_are_the_stores_and_the_directory_of_before_is_refused() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("X25519").generateKeyPair();
        byte[] export;
        try (RunningServer server = start("a", "keys");
                SsmClient ssm = server.client(SsmClient.builder())) {
            put(ssm, "/deleted");
            put(ssm, "/kept");
            ssm.deleteParameter(request -> request.name("/deleted"));
            server.bean(Shredder.class).rollAll(RollWatch.NONE);
            export = KeyExport.seal(
                    folder.resolve("keys"), pem("PUBLIC KEY", pair.getPublic().getEncoded()));
            assertThat(valueOf(ssm, "/kept")).isEqualTo("value of /kept");
        }
        KeyExport.restore(
                folder.resolve("restored"),
                export,
                pem("PRIVATE KEY", pair.getPrivate().getEncoded()));

        try (RunningServer server = start("a", "restored");
                SsmClient ssm = server.client(SsmClient.builder())) {
            assertThat(server.progress()).anyMatch(line -> line.contains("are the store's from now on"));
            assertThat(valueOf(ssm, "/kept")).isEqualTo("value of /kept");
            ssm.deleteParameter(request -> request.name("/kept"));
            server.bean(Shredder.class).rollAll(RollWatch.NONE);
            assertThat(server.bean(Shredder.class).status().dueGroups()).isZero();
        }
        assertThatThrownBy(() -> start("a", "keys").close())
                .hasStackTraceContaining("is not the one that the database means");
    }

    private RunningServer start(String data, String keys) {
        ConnectionSettings connection = database.settings();
        Map<String, String> settings = new HashMap<>();
        settings.put("attestore.jdbc.url", connection.jdbcUrl());
        settings.put("attestore.jdbc.user", connection.user());
        settings.put("attestore.jdbc.password", connection.password().exposeToDriver());
        settings.put("attestore.root-key-file", folder.resolve("root.key").toString());
        settings.put("attestore.keys-directory", folder.resolve(keys).toString());
        settings.put("attestore.shredding.groups", GROUPS);
        settings.put("attestore.shredding.within", "20s");
        return RunningServer.start(folder.resolve(data), settings);
    }

    private void copy(String from, String to) throws IOException {
        Path target = folder.resolve(to);
        Files.createDirectory(
                target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (Stream<Path> files = Files.list(folder.resolve(from))) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static byte[] pem(String label, byte[] der) {
        return ("-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + label
                        + "-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static void put(SsmClient ssm, String name) {
        ssm.putParameter(request -> request.name(name).value("value of " + name).type(ParameterType.SECURE_STRING));
    }

    private static String valueOf(SsmClient ssm, String name) {
        return ssm.getParameter(request -> request.name(name).withDecryption(true))
                .parameter()
                .value();
    }

    private static HttpResponse<String> get(RunningServer server, String path) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(server.management().resolve(path)).build(), BodyHandlers.ofString());
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.sleep(50);
        }
    }
}
