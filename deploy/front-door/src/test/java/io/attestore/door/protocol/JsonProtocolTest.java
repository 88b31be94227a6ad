package io.attestore.door.protocol;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.attestore.contract.document.Document;
import io.attestore.contract.document.Document.SecretText;
import io.attestore.contract.document.Shape;
import io.attestore.contract.document.Shape.Recording;
import io.attestore.contract.document.Shape.StructureShape;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.AwsService;
import io.attestore.cryptography.secret.InsecureSecretAccess;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.events.Bytes;
import java.nio.CharBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonProtocolTest {

    private static final StructureShape NESTED = Shape.structure().optional("Key", Shape.text());

    private static final StructureShape SHAPE = Shape.structure()
            .optional("Text", Shape.text())
            .optional("Whole", Shape.whole(Long.MIN_VALUE, Long.MAX_VALUE))
            .optional("Flag", Shape.flag())
            .optional("Moment", Shape.moment())
            .optional("Blob", Shape.blob(0, 100_000))
            .optional("Secret", Shape.secretText(0, 100_000), Recording.HIDDEN)
            .optional("SecretBlob", Shape.secretBlob(0, 100_000), Recording.HIDDEN)
            .optional("List", Shape.list(Shape.text(), 0, 100))
            .optional("Map", Shape.map(Shape.text(), Shape.text(), 100))
            .optional("Nested", Shape.list(NESTED, 0, 100));

    private final WireProtocol protocol = WireProtocol.of(AwsService.SSM);

    @Property(tries = 300)
    void what_is_written_is_read_again(
            @ForAll("texts") String text,
            @ForAll long whole,
            @ForAll boolean flag,
            @ForAll @LongRange(min = -62_135_596_800_000L, max = 253_402_300_799_999L) long millis,
            @ForAll @Size(max = 200) byte[] blob,
            @ForAll("textLists") List<String> list) {
        Structure written = Structure.builder()
                .put("Text", text)
                .put("Whole", whole)
                .put("Flag", flag)
                .put("Moment", Instant.ofEpochMilli(millis))
                .put("Blob", Bytes.copyOf(blob))
                .putTexts("List", list)
                .putTextMap("Map", Map.of(text, text))
                .putAll("Nested", List.of(Structure.builder().put("Key", text).build()))
                .build();

        byte[] body = protocol.answer("Any", SHAPE, written, "id").body();

        assertThat(protocol.read(body, SHAPE)).isEqualTo(written);
    }

    @Property(tries = 300)
    void a_secret_is_written_and_read_like_any_text(
            @ForAll("texts") String text, @ForAll @Size(max = 200) byte[] blob) {
        Structure written = Structure.builder()
                .put("Secret", new SecretText(SecretBytes.copyOf(text.getBytes(UTF_8))))
                .put("SecretBlob", new Document.SecretBlob(SecretBytes.copyOf(blob)))
                .build();

        Structure read =
                protocol.read(protocol.answer("Any", SHAPE, written, "id").body(), SHAPE);

        assertThat(bytes(read.secret("Secret"))).isEqualTo(text.getBytes(UTF_8));
        assertThat(bytes(read.secret("SecretBlob"))).isEqualTo(blob);
    }

    @Property(tries = 1000)
    void no_body_ends_in_anything_but_a_fault(@ForAll("fragments") String body) {
        try {
            protocol.read(body.getBytes(UTF_8), SHAPE);
        } catch (AwsFault fault) {
            assertThat(fault.code()).isEqualTo("SerializationException");
            assertThat(fault.text()).doesNotContain("hunter2");
        }
    }

    @Property(tries = 300)
    void no_bytes_end_in_anything_but_a_fault(@ForAll byte[] body) {
        try {
            protocol.read(body, SHAPE);
        } catch (AwsFault fault) {
            assertThat(fault.code()).isEqualTo("SerializationException");
        }
    }

    @Test
    void nulls_and_unknown_members_are_ignored() {
        Structure read = read("{\"Text\":null,\"Other\":{\"a\":[1,{\"b\":null}]},\"Flag\":true,\"Map\":{\"a\":null}}");

        assertThat(read)
                .isEqualTo(Structure.builder()
                        .put("Flag", true)
                        .putTextMap("Map", Map.of())
                        .build());
    }

    @Test
    void an_empty_body_is_an_empty_input() {
        assertThat(read("")).isEqualTo(Structure.EMPTY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"Text\":1} | NUMBER_VALUE cannot be converted to String",
                "{\"Text\":{}} | Start of structure or map found where not expected.",
                "{\"Text\":[]} | Start of list found where not expected.",
                "{\"Whole\":\"1\"} | STRING_VALUE cannot be converted to Integer",
                "{\"Whole\":1.5} | NUMBER_VALUE cannot be converted to Integer",
                "{\"Whole\":1e999999999} | NUMBER_VALUE cannot be converted to Integer",
                "{\"Whole\":1e-999999999} | NUMBER_VALUE cannot be converted to Integer",
                "{\"Whole\":9223372036854775808} | NUMBER_VALUE cannot be converted to Integer",
                "{\"Flag\":\"true\"} | STRING_VALUE cannot be converted to Boolean",
                "{\"Moment\":\"2026-11-21\"} | STRING_VALUE cannot be converted to Timestamp",
                "{\"Moment\":1e999999999} | NUMBER_VALUE cannot be converted to Timestamp",
                "{\"Moment\":1e-999999999} | NUMBER_VALUE cannot be converted to Timestamp",
                "{\"Moment\":1e17} | NUMBER_VALUE cannot be converted to Timestamp",
                "{\"Moment\":31556889864403199} | NUMBER_VALUE cannot be converted to Timestamp",
                "{\"Moment\":-31557014167219200} | NUMBER_VALUE cannot be converted to Timestamp",
                "{\"Moment\":253402300800} | NUMBER_VALUE cannot be converted to Timestamp",
                "{\"Moment\":-62135596800.000000001} | NUMBER_VALUE cannot be converted to Timestamp",
                "{\"Blob\":true} | TRUE_VALUE cannot be converted to Blob",
                "{\"List\":\"a\"} | STRING_VALUE cannot be converted to List",
                "{\"List\":[null]} | NULL_VALUE cannot be converted to String",
                "{\"Secret\":7} | NUMBER_VALUE cannot be converted to String",
                "[] | Start of list found where not expected.",
                "{} {} | Unexpected content after the end of the JSON document.",
            })
    void a_value_of_another_type_is_refused(String body, String message) {
        AwsFault fault = refused(body.getBytes(UTF_8));

        assertThat(fault.code()).isEqualTo("SerializationException");
        assertThat(fault.status()).isEqualTo(400);
        assertThat(fault.text()).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"Text\":\"hunter2",
                "{'Text':'hunter2'}",
                "{\"Text\":hunter2}",
                "{\"Text\":\"a\",\"Text\":\"b\"}",
                "{\"Text\":\"\\ud83d\"}",
                "{\"Secret\":\"\\udc00hunter2\"}",
                "{\"Map\":{\"\\ud83d\":\"a\"}}",
                "{\"Blob\":\"hunter2\"}",
                "{\"Blob\":\"AA\"}",
                "{\"Blob\":\"AA=\"}",
                "{\"Blob\":\"AB\\nCD===\"}",
                "{\"Blob\":\"AAAÄ\"}",
                "{\"Whole\":0x10}",
                "{\"Whole\":NaN}",
                "\uFEFF{}",
                "{\"Text\":\"\u0000\"}",
            })
    void a_malformed_body_is_refused_without_being_repeated(String body) {
        AwsFault fault = refused(body.getBytes(UTF_8));

        assertThat(fault.code()).isEqualTo("SerializationException");
        assertThat(fault.toString()).doesNotContain("hunter2");
        assertThat(fault.getCause()).isNull();
    }

    @Test
    void only_utf8_is_read() {
        assertThat(refused("{\"Text\":\"a\"}".getBytes(UTF_16BE)).code()).isEqualTo("SerializationException");
        assertThat(refused(new byte[] {'{', '"', 'T', '"', ':', '"', (byte) 0xc3, '"', '}'})
                        .code())
                .isEqualTo("SerializationException");
        assertThat(refused(new byte[] {'{', '"', 'T', '"', ':', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', '}'})
                        .code())
                .isEqualTo("SerializationException");
    }

    @Test
    void the_limits_hold() {
        String depth = "{\"a\":".repeat(JsonReading.DEPTH_MAX - 1) + "{}" + "}".repeat(JsonReading.DEPTH_MAX - 1);
        assertThat(read(depth)).isEqualTo(Structure.EMPTY);

        refused("{\"a\":" + depth + "}");
        refused("[".repeat(1_000_000));
        refused("{\"" + "n".repeat(1_000_000) + "\":1}");
        refused("{\"Text\":\"" + "x".repeat(JsonReading.STRING_LENGTH_MAX + 1) + "\"}");
        refused("{\"Whole\":" + "9".repeat(JsonReading.NUMBER_LENGTH_MAX + 1) + "}");
        refused("{\"List\":[" + "\"\",".repeat(JsonReading.TOKENS_MAX) + "\"\"]}");
    }

    @Test
    void a_moment_is_of_a_year_from1_to9999() {
        assertThat(read("{\"Moment\":253402300799.999999999}").optionalMoment("Moment"))
                .contains(Instant.parse("9999-12-31T23:59:59.999999999Z"));
        assertThat(read("{\"Moment\":-62135596800}").optionalMoment("Moment"))
                .contains(Instant.parse("0001-01-01T00:00:00Z"));
    }

    @Test
    void a_moment_has_a_fraction() {
        assertThat(read("{\"Moment\":1.508002637976E9}").optionalMoment("Moment"))
                .contains(Instant.parse("2017-10-14T17:37:17.976Z"));
        assertThat(written(Structure.builder().put("Moment", Instant.parse("2017-10-14T17:37:17.976Z"))))
                .isEqualTo("{\"Moment\":1508002637.976}");
    }

    @Test
    void an_answer_carries_the_requests_id() {
        var answer = protocol.answer("Any", SHAPE, Structure.EMPTY, "id-1");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers())
                .containsEntry("x-amzn-RequestId", "id-1")
                .containsEntry("Content-Type", "application/x-amz-json-1.1");
        assertThat(new String(answer.body(), UTF_8)).isEqualTo("{}");
    }

    @Test
    void a_fault_says_its_type_and_its_message_if_it_has_one() {
        var fault = protocol.fault(AwsFault.client("ParameterNotFound", "Parameter /a not found."), "id-1");
        var silent = protocol.fault(AwsFault.client("InvalidCiphertextException", ""), "id-1");

        assertThat(fault.status()).isEqualTo(400);
        assertThat(new String(fault.body(), UTF_8))
                .isEqualTo("{\"__type\":\"ParameterNotFound\",\"message\":\"Parameter /a not found.\"}");
        assertThat(new String(silent.body(), UTF_8)).isEqualTo("{\"__type\":\"InvalidCiphertextException\"}");
    }

    @Test
    void a_secret_longer_than_the_parsers_buffer_is_read_whole() {
        String text = "sécret🔑".repeat(10_000);

        assertThat(bytes(read("{\"Secret\":\"" + text + "\"}").secret("Secret")))
                .isEqualTo(text.getBytes(UTF_8));
        assertThat(bytes(read("{\"SecretBlob\":\"" + Base64.getEncoder().encodeToString(text.getBytes(UTF_8)) + "\"}")
                        .secret("SecretBlob")))
                .isEqualTo(text.getBytes(UTF_8));
    }

    @Test
    void a_wiped_secret_is_not_written() {
        SecretBytes secret = SecretBytes.utf8Of(CharBuffer.wrap("hunter2"));
        secret.close();

        assertThatThrownBy(() -> written(Structure.builder().put("Secret", new SecretText(secret))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().ofMaxLength(60).filter(UnicodeText::isWellFormed);
    }

    @Provide
    Arbitrary<List<String>> textLists() {
        return texts().list().ofMaxSize(5);
    }

    @Provide
    Arbitrary<String> fragments() {
        return Arbitraries.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        ",",
                        ":",
                        "\"",
                        "\"Text\":",
                        "\"Secret\":",
                        "\"hunter2\"",
                        "\"Blob\":",
                        "\"SecretBlob\":",
                        "\"Whole\":",
                        "\"Moment\":",
                        "\"Nested\":[{\"Key\":",
                        "\"Map\":{",
                        "1",
                        "-1e99",
                        "null",
                        "true",
                        "\\ud800",
                        "\\u0000",
                        "\u0000",
                        " ",
                        "/*",
                        "NaN",
                        "\"AAAA\"")
                .list()
                .ofMaxSize(14)
                .map(parts -> "{" + String.join("", parts));
    }

    private Structure read(String body) {
        return protocol.read(body.getBytes(UTF_8), SHAPE);
    }

    private void refused(String body) {
        assertThat(refused(body.getBytes(UTF_8)).code()).isEqualTo("SerializationException");
    }

    private AwsFault refused(byte[] body) {
        return catchThrowableOfType(AwsFault.class, () -> protocol.read(body, SHAPE));
    }

    private String written(Structure.Builder output) {
        return new String(protocol.answer("Any", SHAPE, output.build(), "id").body(), UTF_8);
    }

    private static byte[] bytes(SecretBytes secret) {
        return secret.copyOut(InsecureSecretAccess.get());
    }
}
