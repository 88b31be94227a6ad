package io.attestore.door.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.contract.document.Document;
import io.attestore.contract.document.Document.Decimal;
import io.attestore.contract.document.Document.Listing;
import io.attestore.contract.document.Document.SecretText;
import io.attestore.contract.document.Document.Text;
import io.attestore.contract.document.Document.Whole;
import io.attestore.contract.document.Redaction;
import io.attestore.contract.document.Shape;
import io.attestore.contract.document.Shape.MapShape;
import io.attestore.contract.document.Shape.StructureShape;
import io.attestore.contract.document.ShapeChecker;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.AwsService;
import io.attestore.cryptography.secret.SecretBytes;
import java.net.URLEncoder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Maps of whatever there is, and numbers with a fraction. */
class MapsAndDecimalsTest {

    private static final StructureShape SHAPE = Shape.structure()
            .optional("Lists", Shape.map(Shape.text(), Shape.list(Shape.text(1, 3), 1, 2), 2))
            .optional("Wholes", new MapShape(Shape.text(), Shape.whole(0, 9), 1, 2))
            .optional("Secrets", Shape.map(Shape.text(), Shape.secretText(0, 9), 2))
            .optional("Decimal", Shape.decimal());

    private static final Structure VALUE = Structure.builder()
            .put("Lists", map("a", new Listing(List.of(new Text("x"), new Text("y")))))
            .put("Wholes", map("b", new Whole(3)))
            .put("Decimal", new Decimal(-0.25))
            .build();

    private final WireProtocol json = WireProtocol.of(AwsService.SSM);
    private final WireProtocol query = WireProtocol.of(AwsService.STS);

    @Test
    void json_holds_them() {
        byte[] body = json.answer("Any", SHAPE, VALUE, "id").body();

        assertThat(body).asString(UTF_8).isEqualTo("""
                {"Lists":{"a":["x","y"]},"Wholes":{"b":3},"Decimal":-0.25}""");
        assertThat(json.read(body, SHAPE)).isEqualTo(VALUE);
    }

    @Test
    void a_form_holds_them() {
        String form = "Lists.entry.1.key=a&Lists.entry.1.value.member.1=x&Lists.entry.1.value.member.2=y"
                + "&Wholes.entry.1.key=b&Wholes.entry.1.value=3&Decimal=-0.25";

        assertThat(query.read(form.getBytes(UTF_8), SHAPE)).isEqualTo(VALUE);
    }

    @Test
    void xml_holds_them() {
        assertThat(query.answer("Any", SHAPE, VALUE, "id").body())
                .asString(UTF_8)
                .contains(
                        "<AnyResult><Lists><entry><key>a</key><value><member>x</member><member>y</member></value></entry>"
                                + "</Lists><Wholes><entry><key>b</key><value>3</value></entry></Wholes><Decimal>-0.25</Decimal>"
                                + "</AnyResult>");
    }

    /** What a caller has written must not become an element. */
    @Test
    void a_key_in_xml_is_text() {
        Structure marked = Structure.builder()
                .put("Wholes", map("a><Arn>x</Arn", new Whole(1)))
                .build();

        assertThat(query.answer("Any", SHAPE, marked, "id").body())
                .asString(UTF_8)
                .contains("<key>a&gt;&lt;Arn&gt;x&lt;/Arn</key>");
    }

    @Test
    void the_record_shows_all_but_secrets() {
        Structure withSecret = Structure.builder()
                .put("Secrets", map("c", new SecretText(SecretBytes.copyOf("hunter2".getBytes(UTF_8)))))
                .put("Decimal", new Decimal(1e20))
                .build();

        assertThat(Redaction.record(VALUE, SHAPE)).contains("""
                {"lists":{"a":["x","y"]},"wholes":{"b":3},"decimal":-0.25}""");
        assertThat(Redaction.record(withSecret, SHAPE)).contains("""
                {"secrets":{"c":"HIDDEN_DUE_TO_SECURITY_REASONS"},"decimal":100000000000000000000}""");
    }

    @Test
    void the_values_of_a_map_are_held_to_their_shape() {
        assertThat(ShapeChecker.violations(VALUE, SHAPE)).isEmpty();
        assertThat(violations("Wholes", map("b", new Whole(10))))
                .isEqualTo("1 validation error detected: Value '10' at 'wholes.b' failed to satisfy constraint:"
                        + " Member must have value less than or equal to 9");
        assertThat(violations("Wholes", Structure.EMPTY))
                .endsWith("Member must have length greater than or equal to 1");
        assertThat(violations("Lists", map("a", new Listing(List.of(new Text("four"))))))
                .contains("at 'lists.a'")
                .contains("Member must have length less than or equal to 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999", "\"1\"", "true", "NaN"})
    void a_decimal_in_json_is_a_finite_number(String value) {
        assertThatThrownBy(() -> json.read(("{\"Decimal\":" + value + "}").getBytes(UTF_8), SHAPE))
                .isInstanceOf(AwsFault.class)
                .hasMessageContaining("SerializationException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999", "1e999999999", "NaN", "Infinity", "0x1p3", "1f", ""})
    void a_decimal_in_a_form_is_a_finite_number(String value) {
        String form = "Decimal=" + URLEncoder.encode(value, UTF_8);

        assertThatThrownBy(() -> query.read(form.getBytes(UTF_8), SHAPE))
                .isInstanceOf(AwsFault.class)
                .hasMessageContaining("MalformedQueryString");
    }

    private static String violations(String member, Document value) {
        Structure structure = Structure.builder().put(member, value).build();
        return ShapeChecker.violations(structure, SHAPE).orElseThrow();
    }

    private static Structure map(String key, Document value) {
        return Structure.builder().put(key, value).build();
    }
}
