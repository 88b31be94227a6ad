package io.attestore.door.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.attestore.contract.document.Document.SecretText;
import io.attestore.contract.document.Shape;
import io.attestore.contract.document.Shape.Recording;
import io.attestore.contract.document.Shape.StructureShape;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.AwsService;
import io.attestore.cryptography.secret.InsecureSecretAccess;
import io.attestore.cryptography.secret.SecretBytes;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryProtocolTest {

    private static final StructureShape SHAPE = Shape.structure()
            .optional("RoleArn", Shape.text())
            .optional("DurationSeconds", Shape.whole(900, 43_200))
            .optional("Flag", Shape.flag())
            .optional("At", Shape.moment())
            .optional("Token", Shape.secretText(0, 1000), Recording.OMITTED)
            .optional(
                    "Tags",
                    Shape.list(Shape.structure().optional("Key", Shape.text()).optional("Value", Shape.text()), 0, 50))
            .optional("Keys", Shape.list(Shape.text(), 0, 50))
            .optional("Map", Shape.map(Shape.text(), Shape.text(), 50));

    private final QueryProtocol protocol = (QueryProtocol) WireProtocol.of(AwsService.STS);

    @Test
    void a_form_is_read_along_its_shape() {
        Structure read = read("Action=AssumeRole&Version=2011-06-15&RoleArn=a%3Ab+c&DurationSeconds=900&Flag=true"
                + "&At=2026-11-21T12:00:00Z&Tags.member.1.Key=k&Tags.member.1.Value=v&Tags.member.2.Key=l"
                + "&Keys.member.1=x&Keys.member.2=y&Keys.member.4=lost&Map.entry.1.key=a&Map.entry.1.value=b&Other=1");

        assertThat(read)
                .isEqualTo(Structure.builder()
                        .put("RoleArn", "a:b c")
                        .put("DurationSeconds", 900)
                        .put("Flag", true)
                        .put("At", Instant.parse("2026-11-21T12:00:00Z"))
                        .putAll(
                                "Tags",
                                List.of(
                                        Structure.builder()
                                                .put("Key", "k")
                                                .put("Value", "v")
                                                .build(),
                                        Structure.builder().put("Key", "l").build()))
                        .putTexts("Keys", List.of("x", "y"))
                        .putTextMap("Map", Map.of("a", "b"))
                        .build());
    }

    @Property(tries = 200)
    void any_text_survives_a_form(@ForAll("texts") String text) {
        String encoded = URLEncoder.encode(text, UTF_8);

        Structure read = read("RoleArn=" + encoded + "&Token=" + encoded);

        assertThat(read.text("RoleArn")).isEqualTo(text);
        assertThat(read.secret("Token").copyOut(InsecureSecretAccess.get())).isEqualTo(text.getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RoleArn=%",
                "RoleArn=%zz",
                "RoleArn=%c3",
                "RoleArn=a&RoleArn=b",
                "Token=hunter2&Token=hunter2",
                "DurationSeconds=hunter2",
                "Flag=1",
                "At=now",
                "At=%2B10000-01-01T00:00:00Z",
                "At=%2B999999999-12-31T23:59:59-18:00",
                "At=0000-12-31T23:59:59Z",
                "Map.entry.1.value=b",
                "%ff=1",
            })
    void a_malformed_form_is_refused_without_being_repeated(String body) {
        AwsFault fault = catchThrowableOfType(AwsFault.class, () -> read(body));

        assertThat(fault.code()).isEqualTo("MalformedQueryString");
        assertThat(fault.toString()).doesNotContain("hunter2");
    }

    @Test
    void the_limits_hold() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i <= Form.PARAMETERS_MAX; i++) {
            many.append("P").append(i).append("=1&");
        }

        assertThat(catchThrowableOfType(AwsFault.class, () -> read(many.toString())))
                .isNotNull();
        assertThat(catchThrowableOfType(AwsFault.class, () -> read("n".repeat(1_000_000) + "=1")))
                .isNotNull();
        assertThat(catchThrowableOfType(AwsFault.class, () -> read("RoleArn=" + "x".repeat(Form.VALUE_BYTES_MAX + 1))))
                .isNotNull();
    }

    @Property(tries = 500)
    void no_form_ends_in_anything_but_a_fault(@ForAll byte[] body) {
        try {
            protocol.read(body, SHAPE);
        } catch (AwsFault fault) {
            assertThat(fault.code()).isEqualTo("MalformedQueryString");
        }
    }

    @Test
    void a_list_without_items_is_one() {
        assertThat(read("Keys=").texts("Keys")).isEmpty();
        assertThat(read("Keys=").has("Keys")).isTrue();
        assertThat(read("Tags=").has("Tags")).isTrue();
        assertThat(read("RoleArn=a").has("Keys")).isFalse();
    }

    @Test
    void what_begins_like_an_item_is_none() {
        assertThat(read("Tags.member.1!x=a&Tags.member.10.Key=b&Tags.member.1-.Key=c")
                        .has("Tags"))
                .isFalse();
    }

    @Test
    void the_action_is_that_of_the_right_version() {
        assertThat(protocol.action("Version=2011-06-15&Action=GetCallerIdentity".getBytes(UTF_8)))
                .isEqualTo("GetCallerIdentity");
        assertThat(catchThrowableOfType(
                                AwsFault.class, () -> protocol.action("Action=GetCallerIdentity".getBytes(UTF_8)))
                        .code())
                .isEqualTo("InvalidAction");
        assertThat(catchThrowableOfType(AwsFault.class, () -> protocol.action("Version=2011-06-15".getBytes(UTF_8)))
                        .code())
                .isEqualTo("MissingAction");
    }

    @Test
    void an_answer_is_wrapped_in_its_result() {
        Structure output = Structure.builder()
                .put("Arn", "a<b>&\"c\"")
                .put("Secret", new SecretText(SecretBytes.copyOf("x&y".getBytes(UTF_8))))
                .putTexts("Names", List.of("a", "b"))
                .put("At", Instant.parse("2026-11-21T12:00:00Z"))
                .build();

        assertThat(text(protocol.answer("GetCallerIdentity", SHAPE, output, "id-1")
                        .body()))
                .isEqualTo("<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">"
                        + "<GetCallerIdentityResult><Arn>a&lt;b&gt;&amp;&quot;c&quot;</Arn><Secret>x&amp;y</Secret>"
                        + "<Names><member>a</member><member>b</member></Names><At>2026-11-21T12:00:00Z</At>"
                        + "</GetCallerIdentityResult><ResponseMetadata><RequestId>id-1</RequestId></ResponseMetadata>"
                        + "</GetCallerIdentityResponse>");
    }

    @Test
    void a_fault_names_who_is_to_blame() {
        assertThat(text(protocol.fault(AwsFault.client("InvalidAction", "No <such>"), "id-1")
                        .body()))
                .isEqualTo("<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error>"
                        + "<Type>Sender</Type><Code>InvalidAction</Code><Message>No &lt;such&gt;</Message></Error>"
                        + "<RequestId>id-1</RequestId></ErrorResponse>");
        assertThat(text(protocol.fault(protocol.internalFailure(), "id-1").body()))
                .contains("<Type>Receiver</Type>");
    }

    @Property(tries = 200)
    void any_answer_is_well_formed_xml(@ForAll("xmlTexts") String text) throws Exception {
        byte[] body = protocol.answer(
                        "Any", SHAPE, Structure.builder().put("Text", text).build(), "id-1")
                .body();

        var parsed =
                DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(new ByteArrayInputStream(body));

        assertThat(parsed.getElementsByTagName("Text").item(0).getTextContent())
                .isEqualTo(text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\uFFFE\uFFFF]", "?"));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().ofMaxLength(60).filter(UnicodeText::isWellFormed);
    }

    @Provide
    Arbitrary<String> xmlTexts() {
        return Arbitraries.strings()
                .withCharRange('\0', '\u04ff')
                .withCharRange('\ufff0', '\uffff')
                .ofMaxLength(60);
    }

    private Structure read(String body) {
        return protocol.read(body.getBytes(UTF_8), SHAPE);
    }

    private static String text(byte[] body) {
        return new String(body, UTF_8);
    }
}
