package io.attestore.door.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.attestore.contract.document.Shape;
import io.attestore.contract.document.Shape.Recording;
import io.attestore.contract.document.Shape.StructureShape;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.AwsService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Strings, names and numbers have their limits, whatever they are read into. */
class JsonLengthsTest {

    private static final StructureShape SHAPE = Shape.structure()
            .optional("Secret", Shape.secretText(0, Integer.MAX_VALUE), Recording.HIDDEN)
            .optional("SecretBlob", Shape.secretBlob(0, Integer.MAX_VALUE), Recording.HIDDEN)
            .optional("Blob", Shape.blob(0, Integer.MAX_VALUE))
            .optional("Whole", Shape.whole(0, 1))
            .optional("Moment", Shape.moment())
            .optional("Map", Shape.map(Shape.text(), Shape.text(), 1));

    private final WireProtocol protocol = WireProtocol.of(AwsService.SSM);

    @ParameterizedTest
    @ValueSource(strings = {"{\"Secret\":\"%s\"}", "{\"SecretBlob\":\"%s\"}", "{\"Blob\":\"%s\"}"})
    void a_longer_string_than_allowed_is_refused(String body) {
        byte[] longest =
                body.formatted("A".repeat(JsonReading.STRING_LENGTH_MAX)).getBytes(UTF_8);
        byte[] longer =
                body.formatted("A".repeat(JsonReading.STRING_LENGTH_MAX + 4)).getBytes(UTF_8);

        assertThat(protocol.read(longest, SHAPE).members()).hasSize(1);
        assertThat(catchThrowableOfType(AwsFault.class, () -> protocol.read(longer, SHAPE))
                        .text())
                .isEqualTo("The request body is not well-formed JSON or is too large.");
    }

    /** An exponent of more digits than an int has. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"Whole\":1e%s}", "{\"Whole\":-1e-%s}", "{\"Moment\":1e%s}", "{\"Moment\":1e-%s}"})
    void an_exponent_beyond_all_numbers_is_refused(String body) {
        byte[] beyond = body.formatted("9".repeat(20)).getBytes(UTF_8);

        assertThat(catchThrowableOfType(AwsFault.class, () -> protocol.read(beyond, SHAPE))
                        .text())
                .startsWith("NUMBER_VALUE cannot be converted to ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"%s\":1}", "{\"Map\":{\"%s\":\"\"}}", "{\"Other\":{\"%s\":\"\"}}"})
    void a_longer_name_than_allowed_is_refused(String body) {
        byte[] longest = body.formatted("n".repeat(JsonReading.NAME_LENGTH_MAX)).getBytes(UTF_8);
        byte[] longer =
                body.formatted("n".repeat(JsonReading.NAME_LENGTH_MAX + 1)).getBytes(UTF_8);

        protocol.read(longest, SHAPE);
        assertThat(catchThrowableOfType(AwsFault.class, () -> protocol.read(longer, SHAPE))
                        .text())
                .isEqualTo("The request body is not well-formed JSON or is too large.");
    }
}
