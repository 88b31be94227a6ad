package io.attestore.policy.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

/** Whatever the text, it is a document or a {@link MalformedPolicyException}, and nothing else comes of it. */
class ParserFuzzTest {

    private static final List<String> PIECES = List.of(
            "\"",
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "null",
            "1e999",
            "true",
            "*",
            "?",
            "${",
            "${aws:x}",
            "${aws:x, 'd'}",
            "'",
            "\\u0000",
            "\\uffff",
            "\uFFFE",
            "Allow",
            "Deny",
            "arn:aws:",
            "::",
            "\"Sid\":",
            "\"NotAction\":",
            "\"Principal\":",
            "\"Condition\":",
            "ForAllValues:",
            "IfExists",
            "Null",
            "NumericEquals",
            "DateEquals",
            "IpAddress",
            "BinaryEquals",
            "\"AWS\":",
            " ",
            "\n");

    private static final List<String> DOCUMENTS = List.of("""
            {"Version":"2012-10-17","Id":"i","Statement":[{"Sid":"A","Effect":"Allow","Action":["a:b*","c:?d"],
            "Resource":["arn:aws:s3:::x/${aws:username}/*","*"],"Condition":{"StringLike":{"aws:x":["a*","${aws:y,'z'}"]},
            "NumericLessThan":{"aws:n":"5"},"DateGreaterThan":{"aws:CurrentTime":"2026-01-01T00:00:00Z"},
            "IpAddress":{"aws:SourceIp":"203.0.113.0/24"},"Bool":{"aws:SecureTransport":true},"Null":{"aws:z":"true"}}}]}""", """
            {"Version":"2008-10-17","Statement":{"Effect":"Deny","NotPrincipal":{"AWS":["arn:aws:iam::123456789012:root",
            "210987654321"],"Service":"a.amazonaws.com","Federated":"accounts.google.com","CanonicalUser":"x"},
            "NotAction":"a:*","NotResource":"arn:aws:a"}}""", """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole"}}""");

    @Property(tries = 500)
    void anyText(@ForAll @StringLength(max = 200) String text) {
        parseAsEachKind(text);
    }

    @Property(tries = 2000)
    void anyDocumentWithChanges(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int changes) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(DOCUMENTS.get(random.nextInt(DOCUMENTS.size())));
        for (int i = 0; i < changes && !text.isEmpty(); i++) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 2 -> text.setCharAt(at, (char) random.nextInt(1 << 16));
                default -> text.delete(at, Math.min(text.length(), at + random.nextInt(30)));
            }
        }
        parseAsEachKind(text.toString());
    }

    private static void parseAsEachKind(String text) {
        for (PolicyKind kind : PolicyKind.values()) {
            try {
                PolicyDocument.parse(text, kind).contextKeys();
            } catch (MalformedPolicyException refused) {
                assertThat(refused.getMessage()).isNotEmpty();
            }
        }
    }
}
