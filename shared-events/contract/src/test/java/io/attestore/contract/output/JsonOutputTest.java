package io.attestore.contract.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import tools.jackson.core.Base64Variants;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** What is written is, byte for byte, what a JSON library writes. */
class JsonOutputTest {

    private static final JsonFactory LIBRARY = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final JsonOutput json = new JsonOutput();

    @Property(tries = 2000)
    void values_and_names_are_written_as_a_library_writes_them(
            @ForAll("texts") String text,
            @ForAll long whole,
            @ForAll BigDecimal decimal,
            @ForAll boolean flag,
            @ForAll byte[] bytes) {
        JsonOutput ours = new JsonOutput();
        ours.startObject();
        ours.name(text);
        ours.text(text);
        ours.name("utf8");
        ours.text(text.getBytes(UTF_8));
        ours.name("list");
        ours.startArray();
        ours.number(whole);
        ours.number(decimal);
        ours.flag(flag);
        ours.base64(bytes);
        ours.startObject();
        ours.endObject();
        ours.startArray();
        ours.endArray();
        ours.endArray();
        ours.name("");
        ours.text("");
        ours.endObject();

        ByteArrayOutputStream theirs = new ByteArrayOutputStream();
        try (JsonGenerator library = LIBRARY.createGenerator(theirs)) {
            library.writeStartObject();
            library.writeStringProperty(text, text);
            library.writeStringProperty("utf8", text);
            library.writeArrayPropertyStart("list");
            library.writeNumber(whole);
            library.writeNumber(decimal);
            library.writeBoolean(flag);
            library.writeBinary(Base64Variants.MIME_NO_LINEFEEDS, bytes, 0, bytes.length);
            library.writeStartObject();
            library.writeEndObject();
            library.writeStartArray();
            library.writeEndArray();
            library.writeEndArray();
            library.writeStringProperty("", "");
            library.writeEndObject();
        }

        assertThat(new String(ours.take(), UTF_8)).isEqualTo(theirs.toString(UTF_8));
    }

    @Test
    void each_ascii_character_is_escaped_as_a_library_escapes_it() {
        StringBuilder ascii = new StringBuilder();
        for (char character = 0; character < 128; character++) {
            ascii.append(character);
        }
        ByteArrayOutputStream theirs = new ByteArrayOutputStream();
        try (JsonGenerator library = LIBRARY.createGenerator(theirs)) {
            library.writeString(ascii.toString());
        }

        json.text(ascii.toString());

        assertThat(new String(json.take(), UTF_8)).isEqualTo(theirs.toString(UTF_8));
    }

    @Test
    void half_of_a_pair_becomes_a_question_mark() {
        json.text("a\ud83db");

        assertThat(new String(json.take(), UTF_8)).isEqualTo("\"a?b\"");
    }

    @Test
    void what_was_taken_is_not_left_behind() {
        json.text("hunter2");
        json.take();
        json.flag(true);

        assertThat(json.take()).isEqualTo("true".getBytes(UTF_8));
    }

    @Test
    void the_callers_bytes_are_not_touched() {
        byte[] secret = "hunter2".getBytes(UTF_8);

        json.text(secret);
        json.base64(secret);

        assertThat(Arrays.equals(secret, "hunter2".getBytes(UTF_8))).isTrue();
    }

    /** Without halves of pairs, which a library refuses. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> escaped = Arbitraries.strings().withChars("\"\\/\b\t\n\f\r\u0000\u001f\u007f\u2028aé🔑");
        return Arbitraries.oneOf(escaped, Arbitraries.strings()).map(text -> new String(text.getBytes(UTF_8), UTF_8));
    }
}
