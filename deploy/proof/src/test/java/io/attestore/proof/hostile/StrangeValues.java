package io.attestore.proof.hostile;

import io.attestore.contract.document.Shape;
import io.attestore.contract.document.Shape.BlobShape;
import io.attestore.contract.document.Shape.MomentShape;
import io.attestore.contract.document.Shape.SecretBlobShape;
import io.attestore.contract.document.Shape.SecretTextShape;
import io.attestore.contract.document.Shape.TextShape;
import io.attestore.contract.document.Shape.WholeShape;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Values, as JSON, that hardly any member should have, whatever its shape. */
final class StrangeValues {

    /** Moments and numbers around every border that a type in between may have. */
    static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "-1",
            "1.5",
            "1e3",
            "1e-3",
            "1e400",
            "-1e400",
            "1e-400",
            "1e2147483648",
            "1" + "0".repeat(400),
            "9".repeat(64),
            "2147483648",
            "-2147483649",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "-62135596800",
            "-62135596800.000000001",
            "253402300799.999999999",
            "253402300800",
            "8210266876799",
            "-210866803200",
            "9224318015999999",
            "31556889864403199",
            "31556889864403200",
            "-31557014167219200",
            "-31557014167219201",
            "NaN",
            "Infinity",
            "-Infinity",
            "0x10",
            "01");

    static final List<String> TEXTS = List.of(
                    "",
                    " ",
                    "\0",
                    "/a\0b",
                    "\r\n",
                    "\t",
                    "\u001b[2J",
                    "\u007f\u0085\u2028",
                    "\ud800",
                    "/\udc00\ud800",
                    "\ufffe\uffff",
                    "\ufeff",
                    "\u202e/ba",
                    "e\u0301\u200d\u200b",
                    "\ud83d\ude00".repeat(200),
                    "%s%n%x\\u0000",
                    "${jndi:ldap://127.0.0.1/a}",
                    "'; drop table event_log; --",
                    "<a>&\"'",
                    "../../etc/passwd",
                    "//",
                    "/",
                    ":",
                    "/a:b:c",
                    "/a:99999999999999999999",
                    "arn:",
                    "arn:aws:ssm:::parameter",
                    "arn:aws:ssm:\ud800:123456789012:parameter/a",
                    "arn:aws:kms:eu-west-1:123456789012:key/",
                    "arn:aws:kms:eu-west-1:999999999999:alias/",
                    "alias/",
                    "AAAA",
                    "not base64!",
                    "QUJD\n",
                    "A".repeat(9_000),
                    "/a".repeat(1024),
                    "{\"Statement\":[]}",
                    "[{\"Type\":\"Expiration\",\"Version\":\"1.0\",\"Attributes\":{\"Timestamp\":\"+999999999-12-31T23:59:59Z\"}}]",
                    "[".repeat(500))
            .stream()
            .map(JsonText::string)
            .toList();

    private static final List<String> OTHERS = List.of(
            "null",
            "true",
            "false",
            "[]",
            "{}",
            "[null]",
            "[[]]",
            "[{}]",
            "[true,1,\"a\"]",
            "{\"\":\"\"}",
            "{\"a\":null}",
            "{\"a\":1,\"a\":2}",
            "[".repeat(31) + "]".repeat(31),
            "[".repeat(40) + "]".repeat(40),
            "{\"a\":".repeat(30) + "1" + "}".repeat(30),
            array(600, "\"/a\""),
            array(600, "{}"),
            "nonsense",
            "\"\u0001\"",
            "\"open");

    private StrangeValues() {}

    static List<String> all() {
        return Stream.of(NUMBERS, TEXTS, OTHERS).flatMap(List::stream).toList();
    }

    /** All of the kind that the shape reads, and some of each other kind. */
    static List<String> of(Shape shape) {
        boolean number = shape instanceof WholeShape || shape instanceof MomentShape;
        boolean text = shape instanceof TextShape
                || shape instanceof SecretTextShape
                || shape instanceof BlobShape
                || shape instanceof SecretBlobShape;
        return Stream.of(number ? NUMBERS : some(NUMBERS), text ? TEXTS : some(TEXTS), OTHERS)
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> some(List<String> values) {
        return List.of(values.getFirst(), values.get(values.size() / 2), values.getLast());
    }

    private static String array(int size, String item) {
        return JsonText.array(Collections.nCopies(size, item));
    }
}
