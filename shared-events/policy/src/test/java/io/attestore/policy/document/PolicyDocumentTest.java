package io.attestore.policy.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.policy.Asking;
import io.attestore.policy.request.AccessRequest;
import io.attestore.policy.request.ActionName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyDocumentTest {

    @Test
    void tellsItsContextKeysOnceAndAsSpelt() {
        assertThat(Asking.identity("""
                        {"Effect":"Allow","Action":"dynamodb:*",
                         "Resource":"arn:aws:dynamodb:us-west-2:123456789012:table/${aws:username}",
                         "Condition":{"DateGreaterThan":{"aws:CurrentTime":"2015-08-16T12:00:00Z"},
                                      "StringEquals":{"AWS:USERNAME":"x"}}}""").contextKeys()).containsExactly("aws:username", "aws:CurrentTime");
    }

    @Test
    void tellsWhereAStatementStands() {
        String text = """
                {"Version":"2012-10-17","Statement":[
                  {"Effect":"Allow","Action":"*","Resource":"*"},
                  {"Sid":"No",
                   "Effect":"Deny","Action":"a:b","Resource":"*"}]}""";
        List<Statement> statements =
                PolicyDocument.parse(text, PolicyKind.IDENTITY).statements();
        assertThat(statements.get(0).start()).isEqualTo(new Position(2, 4));
        assertThat(statements.get(0).end()).isEqualTo(new Position(2, 49));
        assertThat(statements.get(1).start()).isEqualTo(new Position(3, 4));
        assertThat(statements.get(1).end().line()).isEqualTo(4);
        assertThat(statements).extracting(Statement::label).containsExactly("[0]", "No");
    }

    /** The example of AWS's command line, with AWS's answer. */
    @Test
    void countsColumnsAsAwsDoes() {
        Statement statement = PolicyDocument.parse(
                        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"dynamodb:*\","
                                + "\"Resource\":\"*\",\"Condition\":{\"DateGreaterThan\":"
                                + "{\"aws:CurrentTime\":\"2018-08-16T12:00:00Z\"}}}}",
                        PolicyKind.IDENTITY)
                .statements()
                .getFirst();
        assertThat(statement.start()).isEqualTo(new Position(1, 38));
        assertThat(statement.end()).isEqualTo(new Position(1, 167));
    }

    @Test
    void whiteSpaceDoesNotCount() {
        assertThat(PolicyDocument.sizeWithoutWhiteSpace("{ \"a\"\t:\r\n1 }")).isEqualTo(7);
    }

    @Test
    void aResourceMayUseVariables() {
        PolicyDocument home = Asking.identity("""
                {"Effect":"Allow","Action":"app:Read",
                 "Resource":["arn:aws:app:*:*:shared/*","arn:aws:app:*:*:home/${aws:username}/*"]}""");
        assertThat(matching(home, "home/alice/x", Map.of("aws:username", List.of("alice"))))
                .hasSize(1);
        assertThat(matching(home, "home/bob/x", Map.of("aws:username", List.of("alice"))))
                .isEmpty();
        assertThat(matching(home, "home//x", Map.of())).isEmpty();
        assertThat(matching(home, "shared/x", Map.of())).hasSize(1);
        assertThat(matching(home, "home/bob/x", Map.of("aws:username", List.of("*"))))
                .isEmpty();
    }

    @Test
    void aStatementWithNotResourceAndAVariableWithoutAValueDoesNotMatch() {
        PolicyDocument others = Asking.identity("""
                {"Effect":"Allow","Action":"app:Read","NotResource":"arn:aws:app:*:*:home/${aws:username}/*"}""");
        assertThat(matching(others, "x", Map.of())).isEmpty();
        assertThat(matching(others, "x", Map.of("aws:username", List.of("alice"))))
                .hasSize(1);
    }

    @Test
    void anArnThatLacksItsEndHasStarsThere() {
        PolicyDocument short1 = Asking.identity("{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"arn:aws:app\"}");
        PolicyDocument short2 =
                Asking.identity("{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"arn:aws:other\"}");
        assertThat(matching(short1, "x", Map.of())).hasSize(1);
        assertThat(matching(short2, "x", Map.of())).isEmpty();
    }

    @Test
    void literalWildcardsAreWrittenAsVariables() {
        PolicyDocument star = Asking.identity(
                "{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"arn:aws:app:*:*:a${*}b${?}c${$}\"}");
        assertThat(matching(star, "a*b?c$", Map.of())).hasSize(1);
        assertThat(matching(star, "aXbYc$", Map.of())).isEmpty();
    }

    private static List<Statement> matching(
            PolicyDocument document, String resource, Map<String, List<String>> context) {
        return document.statementsMatching(new AccessRequest(
                Asking.alice(),
                ActionName.of("app:Read"),
                "arn:aws:app:us-east-1:123456789012:" + resource,
                Asking.ACCOUNT,
                Asking.context(context)));
    }
}
