package io.attestore.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyResponse;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterHistory;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** No value is left in a table, a file of the database, its write-ahead log, or anything that the server ever says. */
class NoPlaintextAnywhereTest {

    private static final int NAMES_OF_EACH_TYPE = 5;
    private static final int VERSIONS = 60;
    private static final List<ParameterType> TYPES =
            List.of(ParameterType.STRING, ParameterType.STRING_LIST, ParameterType.SECURE_STRING);

    @TempDir
    static Path folder;

    private static ServerProcess server;
    private static StoredBytes stored;

    @BeforeAll
    static void startAServerThatSaysAllItCanSay() throws Exception {
        server = ServerProcess.startTalkative(folder);
        stored = new StoredBytes(server.data());
    }

    @AfterAll
    static void stopIt() {
        stored.close();
        server.close();
    }

    @Test
    void no_value_is_in_any_table_file_or_log_however_it_was_used() throws Exception {
        String ascii = marker("Marker");
        String multiByte = marker("Знак-秘密-🔑-");
        Tenant tenant = server.root();
        List<Trace> traces = new ArrayList<>(
                List.of(Trace.of("the ASCII value", ascii), Trace.of("the multi-byte value", multiByte)));

        for (String value : List.of(ascii, multiByte)) {
            putAndRead(tenant, value);
            putSoOftenThatTheStateIsStored(tenant, value);
            refuse(tenant, value);
            encryptAndDecrypt(tenant, value);
        }
        traces.add(Trace.of("the data key", generateDataKey(tenant)));

        assertThat(stored.inTables(traces)).isEmpty();
        assertThat(stored.inFiles(traces)).isEmpty();
        assertThat(server.hasSaid("TRACE")).isTrue();
        assertThat(server.saying(traces)).isEmpty();
    }

    @Test
    void the_secret_of_the_access_key_is_in_the_file_that_is_to_be_sourced_only() throws Exception {
        Tenant tenant = server.root();
        tenant.sts().getCallerIdentity();
        List<Trace> traces = List.of(Trace.of("the secret", tenant.secretKey()));

        assertThat(stored.inTables(traces)).isEmpty();
        assertThat(stored.inFiles(traces)).containsExactly("env: the secret (as it is)");
        assertThat(server.saying(traces)).isEmpty();
    }

    @Test
    void the_search_finds_what_is_there() throws Exception {
        String marker = marker("Знак-");
        List<Trace> traces = List.of(Trace.of("the marker", marker));
        assertThat(stored.inTables(traces)).isEmpty();
        assertThat(stored.inFiles(traces)).isEmpty();
        String base64 = Base64.getEncoder().encodeToString(("x" + marker).getBytes(StandardCharsets.UTF_8));

        stored.execute("create table planted (words text, raw bytea)");
        stored.execute("insert into planted values ('some " + marker + " words', null)");
        stored.execute("insert into planted values (null, '{\"value\":\"" + base64 + "\"}')");
        try {
            assertThat(stored.inTables(traces))
                    .contains(
                            "public.planted.words: the marker (as it is)",
                            "public.planted.raw: the marker (base64 after 1)");
            assertThat(stored.inFiles(traces))
                    .anyMatch(found -> found.contains("/base/"))
                    .anyMatch(found -> found.contains("/pg_wal/"));
        } finally {
            stored.execute("drop table planted");
        }
        for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_8)) {
            assertThat(Trace.in(("before " + marker + " after").getBytes(charset), traces))
                    .hasSize(1);
        }
    }

    @Test
    void the_search_finds_what_is_deflated() throws Exception {
        String marker = marker("Marker");
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflating = new DeflaterOutputStream(deflated)) {
            deflating.write(("{\"value\":\"" + marker + "\"}").getBytes(StandardCharsets.UTF_8));
        }
        stored.execute("create table deflated (raw bytea)");
        stored.execute("insert into deflated values ('\\x" + HexFormat.of().formatHex(deflated.toByteArray()) + "')");
        try {
            assertThat(stored.inTables(List.of(Trace.of("the marker", marker))))
                    .contains("public.deflated.raw: the marker (as it is)");
        } finally {
            stored.execute("drop table deflated");
        }
    }

    @Test
    void the_data_keys_of_a_deleted_parameter_are_gone() throws Exception {
        Tenant tenant = server.root();
        SsmClient ssm = tenant.ssm();
        put(ssm, "/deleted/first", ParameterType.SECURE_STRING, "makes the key of Parameter Store");
        List<String> before = keyRows();

        for (ParameterType type : TYPES) {
            put(ssm, "/deleted/" + type, type, "one");
            put(ssm, "/deleted/" + type, type, "two");
        }
        assertThat(keyRows()).hasSize(before.size() + 2 * TYPES.size());

        ssm.deleteParameter(request -> request.name("/deleted/" + TYPES.getFirst()));
        assertThat(keyRows()).hasSize(before.size() + 2 * (TYPES.size() - 1));
        ssm.deleteParameters(request ->
                request.names(TYPES.stream().map(type -> "/deleted/" + type).toList()));
        assertThat(keyRows()).containsExactlyInAnyOrderElementsOf(before);
    }

    private static void putAndRead(Tenant tenant, String value) {
        SsmClient ssm = tenant.ssm();
        for (ParameterType type : TYPES) {
            String path = "/values/" + type + "/" + UUID.randomUUID();
            List<String> names = new ArrayList<>();
            for (int number = 0; number < NAMES_OF_EACH_TYPE; number++) {
                String name = path + "/" + number;
                names.add(name);
                put(ssm, name, type, "older " + value);
                put(ssm, name, type, value);
                assertThat(ssm.getParameter(request -> request.name(name).withDecryption(true))
                                .parameter()
                                .value())
                        .isEqualTo(value);
                ssm.getParameter(request -> request.name(name + ":1"));
                assertThat(ssm.getParameterHistory(request -> request.name(name).withDecryption(true))
                                .parameters())
                        .extracting(ParameterHistory::value)
                        .containsExactly("older " + value, value);
            }
            assertThat(ssm.getParameters(request -> request.names(names).withDecryption(true))
                            .parameters())
                    .extracting(Parameter::value)
                    .containsOnly(value);
            assertThat(ssm.getParametersByPath(request -> request.path(path).withDecryption(true))
                            .parameters())
                    .extracting(Parameter::value)
                    .hasSize(NAMES_OF_EACH_TYPE)
                    .containsOnly(value);
            ssm.deleteParameter(request -> request.name(names.getLast()));
        }
    }

    private static void putSoOftenThatTheStateIsStored(Tenant tenant, String value) throws Exception {
        String name = "/stored/" + UUID.randomUUID();
        String rows = "select key from state_snapshot where key like '%" + name + "'";
        for (int version = 1; version <= VERSIONS; version++) {
            put(tenant.ssm(), name, ParameterType.STRING, value);
        }
        for (int i = 0; i < 1_000 && stored.column(rows).isEmpty(); i++) {
            Thread.sleep(10);
        }
        assertThat(stored.column(rows)).hasSize(1);
    }

    /** What is refused is told, and what is told could repeat what was sent. */
    private static void refuse(Tenant tenant, String value) {
        SsmClient ssm = tenant.ssm();
        String name = "/refused/" + UUID.randomUUID();
        assertRefused(() -> ssm.putParameter(request ->
                request.name(name).type(ParameterType.STRING).value(value).allowedPattern("[0-9]")));
        assertRefused(() ->
                ssm.putParameter(request -> request.name(name).type("Integer").value(value)));
        assertRefused(() -> ssm.putParameter(
                request -> request.name(name).type(ParameterType.STRING).value(value.repeat(200))));
        assertRefused(() -> ssm.putParameter(
                request -> request.name(name).type(ParameterType.STRING).value(value.repeat(2000))));
        assertRefused(() -> ssm.putParameter(
                request -> request.name(name).type(ParameterType.STRING).value("{{" + value + "}}")));
        assertRefused(() -> ssm.putParameter(request -> request.name(name)
                .type(ParameterType.SECURE_STRING)
                .value(value)
                .keyId("alias/none")));
        assertRefused(() -> tenant.kms()
                .encrypt(request ->
                        request.keyId("alias/aws/ssm").plaintext(SdkBytes.fromUtf8String(value.repeat(200)))));
        assertRefused(() ->
                tenant.kms().encrypt(request -> request.keyId("alias/none").plaintext(SdkBytes.fromUtf8String(value))));
        try (SsmClient broken = tenant.client(SsmClient.builder(), new BrokenJson())) {
            assertThatThrownBy(() -> broken.putParameter(request ->
                            request.name(name).type(ParameterType.STRING).value(value)))
                    .isInstanceOfSatisfying(
                            AwsServiceException.class,
                            refused -> assertThat(refused.awsErrorDetails().errorCode())
                                    .isEqualTo("SerializationException"));
        }
        var wrongSecret = Tenant.credentials(tenant.accessKey(), "not/the+secret-of-this-access-key");
        try (SsmClient stranger = tenant.client(SsmClient.builder(), wrongSecret)) {
            assertRefused(() -> stranger.putParameter(
                    request -> request.name(name).type(ParameterType.STRING).value(value)));
        }
    }

    private static void encryptAndDecrypt(Tenant tenant, String value) {
        String keyId = tenant.kms().createKey().keyMetadata().keyId();
        SdkBytes blob = tenant.kms()
                .encrypt(request -> request.keyId(keyId).plaintext(SdkBytes.fromUtf8String(value)))
                .ciphertextBlob();
        tenant.kms().rotateKeyOnDemand(request -> request.keyId(keyId));
        assertThat(tenant.kms()
                        .decrypt(request -> request.ciphertextBlob(blob))
                        .plaintext()
                        .asUtf8String())
                .isEqualTo(value);
    }

    private static byte[] generateDataKey(Tenant tenant) {
        String keyId = tenant.kms().createKey().keyMetadata().keyId();
        GenerateDataKeyResponse generated =
                tenant.kms().generateDataKey(request -> request.keyId(keyId).keySpec(DataKeySpec.AES_256));
        assertThat(tenant.kms()
                        .decrypt(request -> request.ciphertextBlob(generated.ciphertextBlob()))
                        .plaintext())
                .isEqualTo(generated.plaintext());
        return generated.plaintext().asByteArray();
    }

    /** Ends the JSON of each request with something that cannot end it. */
    private static final class BrokenJson implements ExecutionInterceptor {

        @Override
        public Optional<RequestBody> modifyHttpContent(
                Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
            return context.requestBody().map(BrokenJson::broken);
        }

        private static RequestBody broken(RequestBody body) {
            try (InputStream content = body.contentStreamProvider().newStream()) {
                byte[] bytes = content.readAllBytes();
                bytes[bytes.length - 1] = ']';
                return RequestBody.fromBytes(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void assertRefused(Runnable call) {
        assertThatThrownBy(call::run).isInstanceOf(AwsServiceException.class);
    }

    private static void put(SsmClient ssm, String name, ParameterType type, String value) {
        ssm.putParameter(request -> request.name(name).type(type).value(value).overwrite(true));
    }

    private static List<String> keyRows() throws Exception {
        return stored.column("select id from key_row");
    }

    private static String marker(String beginning) {
        return beginning + UUID.randomUUID().toString().replace("-", "");
    }
}
