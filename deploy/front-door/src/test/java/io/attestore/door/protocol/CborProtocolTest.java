package io.attestore.door.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.attestore.contract.document.Document;
import io.attestore.contract.document.Document.Decimal;
import io.attestore.contract.document.Document.SecretBlob;
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
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CborProtocolTest {

    private static final StructureShape SHAPE = Shape.structure()
            .optional("Text", Shape.text())
            .optional("Whole", Shape.whole(Long.MIN_VALUE, Long.MAX_VALUE))
            .optional("Decimal", Shape.decimal())
            .optional("Flag", Shape.flag())
            .optional("Moment", Shape.moment())
            .optional("Blob", Shape.blob(0, 1_000_000))
            .optional("Secret", Shape.secretText(0, 1_000_000), Recording.HIDDEN)
            .optional("SecretBlob", Shape.secretBlob(0, 1_000_000), Recording.HIDDEN)
            .optional("List", Shape.list(Shape.text(), 0, 100))
            .optional("Map", Shape.map(Shape.text(), Shape.text(), 100))
            .optional("Nested", Shape.list(Shape.structure().optional("Key", Shape.text()), 0, 100));

    private final WireProtocol protocol = CborProtocol.of(AwsService.SSM);

    @Property(tries = 300)
    void what_is_written_is_read_again(
            @ForAll("texts") String text,
            @ForAll long whole,
            @ForAll @DoubleRange(min = -1e300, max = 1e300) double decimal,
            @ForAll boolean flag,
            @ForAll @LongRange(min = -62_135_596_800_000L, max = 253_402_300_799_999L) long millis,
            @ForAll @Size(max = 300) byte[] blob) {
        Structure written = Structure.builder()
                .put("Text", text)
                .put("Whole", whole)
                .put("Decimal", new Decimal(decimal))
                .put("Flag", flag)
                .put("Moment", Instant.ofEpochMilli(millis))
                .put("Blob", Bytes.copyOf(blob))
                .putTexts("List", List.of(text, text))
                .putTextMap("Map", Map.of(text, text))
                .putAll("Nested", List.of(Structure.builder().put("Key", text).build()))
                .build();

        assertThat(protocol.read(written(written), SHAPE)).isEqualTo(written);
    }

    @Property(tries = 200)
    void a_secret_is_written_and_read_like_any_text(
            @ForAll("texts") String text, @ForAll @Size(max = 300) byte[] blob) {
        Structure secrets = Structure.builder()
                .put("Secret", new SecretText(SecretBytes.copyOf(text.getBytes(UTF_8))))
                .put("SecretBlob", new SecretBlob(SecretBytes.copyOf(blob)))
                .build();

        Structure read = protocol.read(written(secrets), SHAPE);

        assertThat(bytes(read.secret("Secret"))).isEqualTo(text.getBytes(UTF_8));
        assertThat(bytes(read.secret("SecretBlob"))).isEqualTo(blob);
    }

    @Property(tries = 2000)
    void no_bytes_end_in_anything_but_a_fault(@ForAll("fragments") byte[] body) {
        try {
            protocol.read(body, SHAPE);
        } catch (AwsFault fault) {
            assertThat(fault.code()).isEqualTo("SerializationException");
            assertThat(fault.text()).doesNotContain("hunter2");
        }
    }

    @Property(tries = 300)
    void a_body_that_is_cut_is_refused(@ForAll("texts") String text, @ForAll @LongRange(min = 1, max = 60) long by) {
        byte[] whole = written(Structure.builder()
                .putTexts("List", List.of(text, "x".repeat(60)))
                .build());

        assertThat(refused(Arrays.copyOf(whole, whole.length - (int) by)).code())
                .isEqualTo("SerializationException");
    }

    @Test
    void nulls_undefined_and_unknown_members_are_ignored() {
        // {"Text":null, "Flag":true, "List":undefined, "Other":{1:[0("x")]}, "Map":{"a":null}}
        Structure read = read("a5" + "6454657874f6" + "64466c6167f5" + "644c697374f7" + "654f74686572a10181c06178"
                + "634d6170a16161f6");

        assertThat(read)
                .isEqualTo(Structure.builder()
                        .put("Flag", true)
                        .putTextMap("Map", Map.of())
                        .build());
    }

    @Test
    void what_tells_its_end_only_is_read_like_what_tells_its_size() {
        // {_ (_ "Te", "xt"): (_ "a", "b"), "List": [_ "c"], "Secret": (_ "hun", "ter2"), "Blob": (_ h'01', h'02')}
        Structure read = read("bf" + "7f6254656278" + "74ff" + "7f61616162ff" + "644c6973749f6163ff"
                + "665365637265747f6368756e6474657232ff" + "64426c6f625f41014102ff" + "ff");

        assertThat(read.text("Text")).isEqualTo("ab");
        assertThat(read.texts("List")).containsExactly("c");
        assertThat(bytes(read.secret("Secret"))).asString(UTF_8).isEqualTo("hunter2");
        assertThat(read.optionalBlob("Blob")).contains(Bytes.copyOf(new byte[] {1, 2}));
    }

    @Test
    void an_empty_body_is_an_empty_input() {
        assertThat(read("")).isEqualTo(Structure.EMPTY);
        assertThat(read("a0")).isEqualTo(Structure.EMPTY);
        assertThat(read("bfff")).isEqualTo(Structure.EMPTY);
    }

    @ParameterizedTest
    @CsvSource({
        "f93c00, 1",
        "fac7c35000, -100000",
        "fb4340000000000000, 9007199254740992",
        "1800, 0",
        "1b0000000000000001, 1",
        "3b7fffffffffffffff, -9223372036854775808",
    })
    void a_whole_number_is_one_however_it_is_written(String hex, long value) {
        assertThat(read("a16557686f6c65" + hex).optionalWhole("Whole")).contains(value);
    }

    @ParameterizedTest
    @CsvSource({"01, 1.0", "38ff, -256.0", "f93e00, 1.5", "1bffffffffffffffff, 18446744073709551615"})
    void a_decimal_number_is_one_however_it_is_written(String hex, double value) {
        assertThat(read("a167446563696d616c" + hex).member("Decimal")).contains(new Decimal(value));
    }

    @ParameterizedTest
    @CsvSource({
        "c100, 1970-01-01T00:00:00Z",
        "c120, 1969-12-31T23:59:59Z",
        "c11a514b67b0, 2013-03-21T20:04:00Z",
        "c1fb41d452d9ec200000, 2013-03-21T20:04:00.500Z",
        "c1fb41d67892d3fe76c9, 2017-10-14T17:37:19.976Z",
        "c1f93e00, 1970-01-01T00:00:01.500Z",
        "c11b0000003afff4417f, 9999-12-31T23:59:59Z",
        "c13b0000000e7791f6ff, 0001-01-01T00:00:00Z",
    })
    void a_moment_is_seconds_since_the_epoch(String hex, Instant moment) {
        assertThat(read("a1664d6f6d656e74" + hex).optionalMoment("Moment")).contains(moment);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "6454657874 01 | NUMBER_VALUE cannot be converted to String",
                "6454657874 4161 | BLOB_VALUE cannot be converted to String",
                "6454657874 a0 | Start of structure or map found where not expected.",
                "6454657874 80 | Start of list found where not expected.",
                "6454657874 c06161 | Tag found where not expected.",
                "6454657874 f0 | SIMPLE_VALUE cannot be converted to String",
                "6557686f6c65 6131 | STRING_VALUE cannot be converted to Integer",
                "6557686f6c65 f93e00 | NUMBER_VALUE cannot be converted to Integer",
                "6557686f6c65 f97e00 | NUMBER_VALUE cannot be converted to Integer",
                "6557686f6c65 f97c00 | NUMBER_VALUE cannot be converted to Integer",
                "6557686f6c65 fb7e37e43c8800759c | NUMBER_VALUE cannot be converted to Integer",
                "6557686f6c65 1b8000000000000000 | NUMBER_VALUE cannot be converted to Integer",
                "6557686f6c65 3b8000000000000000 | NUMBER_VALUE cannot be converted to Integer",
                "6557686f6c65 c249010000000000000000 | Tag found where not expected.",
                "67446563696d616c f97e00 | NUMBER_VALUE cannot be converted to Double",
                "67446563696d616c f97c00 | NUMBER_VALUE cannot be converted to Double",
                "64466c6167 01 | NUMBER_VALUE cannot be converted to Boolean",
                "664d6f6d656e74 00 | NUMBER_VALUE cannot be converted to Timestamp",
                "664d6f6d656e74 c000 | Tag found where not expected.",
                "664d6f6d656e74 c16161 | STRING_VALUE cannot be converted to Timestamp",
                "664d6f6d656e74 c1c100 | Tag found where not expected.",
                "664d6f6d656e74 c1f97e00 | NUMBER_VALUE cannot be converted to Timestamp",
                "664d6f6d656e74 c1f97c00 | NUMBER_VALUE cannot be converted to Timestamp",
                "664d6f6d656e74 c1fb7e37e43c8800759c | NUMBER_VALUE cannot be converted to Timestamp",
                "664d6f6d656e74 c11bffffffffffffffff | NUMBER_VALUE cannot be converted to Timestamp",
                "664d6f6d656e74 c11b0000003afff44180 | NUMBER_VALUE cannot be converted to Timestamp",
                "664d6f6d656e74 c13b0000000e7791f700 | NUMBER_VALUE cannot be converted to Timestamp",
                "64426c6f62 6161 | STRING_VALUE cannot be converted to Blob",
                "644c697374 6161 | STRING_VALUE cannot be converted to List",
                "644c697374 81f6 | NULL_VALUE cannot be converted to String",
                "66536563726574 07 | NUMBER_VALUE cannot be converted to String",
                "6a536563726574426c6f62 6161 | STRING_VALUE cannot be converted to Blob",
                "634d6170 a10161 | NUMBER_VALUE cannot be converted to String",
                "01 01 | NUMBER_VALUE cannot be converted to String",
            })
    void a_value_of_another_type_is_refused(String member, String message) {
        AwsFault fault = refused(HexFormat.of().parseHex("a1" + member.replace(" ", "")));

        assertThat(fault.code()).isEqualTo("SerializationException");
        assertThat(fault.status()).isEqualTo(400);
        assertThat(fault.text()).isEqualTo(message);
    }

    @Test
    void what_is_no_map_or_goes_on_after_it_is_refused() {
        assertThat(refused(HexFormat.of().parseHex("80")).text()).isEqualTo("Start of list found where not expected.");
        assertThat(refused(HexFormat.of().parseHex("a0a0")).text())
                .isEqualTo("Unexpected content after the end of the CBOR document.");
        assertThat(refused("{}".getBytes(UTF_8)).code()).isEqualTo("SerializationException");
    }

    @Test
    void a_name_that_comes_twice_is_refused() {
        assertThat(refused(HexFormat.of().parseHex("a2" + "64466c6167f5" + "64466c6167f4"))
                        .text())
                .isEqualTo("A name is there twice.");
        assertThat(refused(HexFormat.of().parseHex("a2" + "64466c6167f6" + "64466c6167f4"))
                        .text())
                .isEqualTo("A name is there twice.");
        assertThat(refused(HexFormat.of().parseHex("a2" + "6161f5" + "6161f4")).text())
                .isEqualTo("A name is there twice.");
        assertThat(refused(HexFormat.of().parseHex("a1634d6170a2" + "61616162" + "61616163"))
                        .text())
                .isEqualTo("A name is there twice.");
    }

    @Test
    void the_limits_hold() {
        int depth = CborInput.DEPTH_MAX - 1;
        assertThat(read("a16161" + "81".repeat(depth - 1) + "80")).isEqualTo(Structure.EMPTY);
        assertThat(read("a16161" + "c0".repeat(depth) + "00")).isEqualTo(Structure.EMPTY);
        refuse("a16161" + "81".repeat(depth) + "80");
        refuse("a16161" + "c0".repeat(depth + 1) + "00");
        refuse("a16161" + "9f".repeat(500_000));
        refuse("a16161" + "c0".repeat(500_000));

        int items = CborInput.ITEMS_MAX - 3;
        assertThat(read("a161619f" + "00".repeat(items) + "ff")).isEqualTo(Structure.EMPTY);
        refuse("a161619f" + "00".repeat(items + 1) + "ff");
        refuse("a161617f" + "60".repeat(items + 1) + "ff");

        int length = CborReading.STRING_BYTES_MAX;
        assertThat(read("a16454657874" + "7a00080000" + "61".repeat(length)).text("Text"))
                .hasSize(length);
        refuse("a16454657874" + "7a00080001" + "61".repeat(length + 1));
        refuse("a16454657874" + "7f7a00080000" + "61".repeat(length) + "6161ff");
        refuse("a166536563726574" + "7a00080001" + "61".repeat(length + 1));
        refuse("a17910016161".replace("6161", "61".repeat(CborReading.NAME_BYTES_MAX + 1)) + "00");
    }

    @Test
    void an_answer_says_its_protocol_and_the_requests_id() {
        var answer = protocol.answer(
                "GetParameter",
                SHAPE,
                Structure.builder().put("Text", "a").put("Whole", 24).build(),
                "id-1");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers())
                .containsEntry("x-amzn-RequestId", "id-1")
                .containsEntry("Smithy-Protocol", "rpc-v2-cbor")
                .containsEntry("Content-Type", "application/cbor");
        assertThat(answer.body()).isEqualTo(HexFormat.of().parseHex("a264546578746161" + "6557686f6c651818"));
    }

    @Test
    void an_operation_without_an_output_answers_nothing_and_one_with_an_empty_output_an_empty_map() {
        WireProtocol kms = CborProtocol.of(AwsService.KMS);
        var nothing = kms.answer("DisableKey", Shape.structure(), Structure.EMPTY, "id-1");
        var empty = protocol.answer("DeleteParameter", Shape.structure(), Structure.EMPTY, "id-1");

        assertThat(nothing.body()).isEmpty();
        assertThat(nothing.headers()).doesNotContainKey("Content-Type").containsKey("Smithy-Protocol");
        assertThat(empty.body()).isEqualTo(HexFormat.of().parseHex("a0"));
        assertThat(empty.headers()).containsEntry("Content-Type", "application/cbor");
    }

    @Test
    void a_fault_says_its_whole_type_and_its_message_if_it_has_one() {
        StructureShape shape = Shape.structure()
                .optional("__type", Shape.text())
                .optional("message", Shape.text())
                .optional("Limit", Shape.whole(0, 9));
        var fault = protocol.fault(
                AwsFault.client("ParameterNotFound", "Parameter /a not found.")
                        .with(Structure.builder().put("Limit", 7).build()),
                "id-1");
        var silent = CborProtocol.of(AwsService.KMS).fault(AwsFault.client("DisabledException", ""), "id-1");
        var own = CborProtocol.of(AwsService.ATTESTORE).fault(AwsFault.client("ValidationException", ""), "id-1");

        assertThat(fault.status()).isEqualTo(400);
        assertThat(fault.headers()).containsEntry("Smithy-Protocol", "rpc-v2-cbor");
        assertThat(protocol.read(fault.body(), shape))
                .isEqualTo(Structure.builder()
                        .put("__type", "com.amazonaws.ssm#ParameterNotFound")
                        .put("message", "Parameter /a not found.")
                        .put("Limit", 7)
                        .build());
        assertThat(protocol.read(silent.body(), shape))
                .isEqualTo(Structure.builder()
                        .put("__type", "com.amazonaws.kms#DisabledException")
                        .build());
        assertThat(protocol.read(own.body(), shape).text("__type")).isEqualTo("io.attestore#ValidationException");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().ofMaxLength(60).filter(UnicodeText::isWellFormed);
    }

    /** Maps of what an input may hold and of what it may not. */
    @Provide
    Arbitrary<byte[]> fragments() {
        return Arbitraries.of(
                        "6454657874",
                        "66536563726574",
                        "6768756e74657232",
                        "64426c6f62",
                        "6a536563726574426c6f62",
                        "6557686f6c65",
                        "664d6f6d656e74",
                        "664e6573746564819f",
                        "634d6170a1",
                        "00",
                        "1bffffffffffffffff",
                        "f6",
                        "f5",
                        "f97e00",
                        "fb7e37e43c8800759c",
                        "c1",
                        "c2",
                        "ff",
                        "5f",
                        "7f",
                        "9f",
                        "bf",
                        "81",
                        "62c328",
                        "f8",
                        "44000102",
                        "7bffffffffffffffff")
                .list()
                .ofMaxSize(14)
                .map(parts -> HexFormat.of().parseHex("bf" + String.join("", parts)));
    }

    private byte[] written(Document output) {
        return protocol.answer("Any", SHAPE, (Structure) output, "id").body();
    }

    private Structure read(String hex) {
        return protocol.read(HexFormat.of().parseHex(hex), SHAPE);
    }

    private void refuse(String hex) {
        assertThat(refused(HexFormat.of().parseHex(hex)).text())
                .isEqualTo("The request body is not well-formed CBOR or is too large.");
    }

    private AwsFault refused(byte[] body) {
        return catchThrowableOfType(AwsFault.class, () -> protocol.read(body, SHAPE));
    }

    private static byte[] bytes(SecretBytes secret) {
        return secret.copyOut(InsecureSecretAccess.get());
    }
}
