package io.attestore.contract.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.document.Document.SecretBlob;
import io.attestore.contract.document.Document.SecretText;
import io.attestore.contract.document.Shape.Recording;
import io.attestore.contract.document.Shape.StructureShape;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.events.Bytes;
import java.nio.CharBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedactionTest {

    private static final StructureShape SHAPE = Shape.structure()
            .required("Name", Shape.text(1, 2048))
            .optional("Value", Shape.secretText(1, 8192), Recording.HIDDEN)
            .optional("Blob", Shape.secretBlob(1, 8192), Recording.OMITTED)
            .optional("Plain", Shape.blob(0, 100))
            .optional("At", Shape.moment())
            .optional("Names", Shape.list(Shape.text(1, 100), 0, 10))
            .optional("EncryptionContext", Shape.map(Shape.text(), Shape.text(), 10))
            .optional("Tags", Shape.list(Shape.structure().required("Key", Shape.text(1, 128)), 0, 50));

    @Test
    void members_are_shown_in_the_records_own_way() {
        Structure input = Structure.builder()
                .put("Name", "/a \"b\"")
                .put("Plain", Bytes.copyOf(new byte[] {1, 2}))
                .put("At", Instant.parse("2026-11-21T23:00:00Z"))
                .putTexts("Names", List.of("x", "y"))
                .putTextMap("EncryptionContext", Map.of("PARAMETER_ARN", "arn"))
                .putAll("Tags", List.of(Structure.builder().put("Key", "k").build()))
                .build();

        assertThat(Redaction.record(input, SHAPE))
                .contains("{\"name\":\"/a \\\"b\\\"\",\"plain\":\"AQI=\",\"at\":\"Nov 21, 2026, 11:00:00 PM\","
                        + "\"names\":[\"x\",\"y\"],\"encryptionContext\":{\"PARAMETER_ARN\":\"arn\"},"
                        + "\"tags\":[{\"key\":\"k\"}]}");
    }

    @Test
    void what_is_hidden_is_named_and_what_is_omitted_is_not() {
        Structure input = Structure.builder()
                .put("Value", new SecretText(SecretBytes.utf8Of(CharBuffer.wrap("hunter2"))))
                .put("Blob", new SecretBlob(SecretBytes.copyOf("hunter2".getBytes(UTF_8))))
                .build();

        assertThat(Redaction.record(input, SHAPE)).contains("{\"value\":\"HIDDEN_DUE_TO_SECURITY_REASONS\"}");
    }

    @Test
    void a_secret_where_the_shape_expects_none_is_hidden_nevertheless() {
        Structure input = Structure.builder()
                .put("Name", new SecretText(SecretBytes.utf8Of(CharBuffer.wrap("hunter2"))))
                .build();

        assertThat(Redaction.record(input, SHAPE)).contains("{\"name\":\"HIDDEN_DUE_TO_SECURITY_REASONS\"}");
    }

    @Test
    void what_the_shape_does_not_describe_never_appears() {
        Structure tag =
                Structure.builder().put("Key", "k").put("Secret", "hunter2").build();
        Structure input = Structure.builder()
                .put("Password", "hunter2")
                .putAll("Tags", List.of(tag))
                .build();

        assertThat(Redaction.record(input, SHAPE)).contains("{\"tags\":[{\"key\":\"k\"}]}");
    }

    @Test
    void nothing_to_record_is_nothing() {
        assertThat(Redaction.record(Structure.EMPTY, SHAPE)).isEmpty();
    }

    @Test
    void what_is_too_large_is_left_out_with_a_note() {
        String largest = "x".repeat(Redaction.BYTES_MAX - "{\"name\":\"\"}".length());

        assertThat(Redaction.record(Structure.builder().put("Name", largest).build(), SHAPE))
                .hasValueSatisfying(json -> assertThat(json).hasSize(Redaction.BYTES_MAX));
        assertThat(Redaction.record(
                        Structure.builder().put("Name", largest + "x").build(), SHAPE))
                .contains("{\"omitted\":true,\"originalSize\":102401,\"reason\":\"larger than 102400 bytes\"}");
    }
}
