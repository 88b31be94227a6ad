package io.attestore.policy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** AWS's texts for what is no policy, as recorded from it. In the tables ' stands for ". */
class MalformedDocumentTest {

    private static final String SYNTAX = "Syntax errors in policy.";

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '\0',
            value = {
                "not json",
                "{'Version':'2012-10-17'}",
                "{'Version':'2012-10-17','Statement':[]}",
                "{'Version':'2012-10-17','Statement':'x'}",
                "{'Version':'2012-10-18','Statement':{'Effect':'Allow','Action':'a:b','Resource':'*'}}",
                "{'Version':'2012-10-17','Extra':1,'Statement':{'Effect':'Allow','Action':'a:b','Resource':'*'}}",
                "{'Version':'2012-10-17','Version':'2012-10-17','Statement':{'Effect':'Allow','Action':'a:b','Resource':'*'}}",
                "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Action':'a:b','Resource':'*'}} x",
                "{'Version':'2012-10-17','Id':[],'Statement':{'Effect':'Allow','Action':'a:b','Resource':'*'}}",
                "{'Version':'2012-10-17','Statement':{'Action':'a:b','Resource':'*'}}",
                "{'Version':'2012-10-17','Statement':{'Effect':'Maybe','Action':'a:b','Resource':'*'}}",
                "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Action':'a:b','NotAction':'a:b','Resource':'*'}}",
                "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Action':'a:b','Resource':'*','NotResource':'*'}}",
                "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Action':1,'Resource':'*'}}",
                "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Action':null,'Resource':'*'}}",
                "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Action':[['a:b']],'Resource':'*'}}",
                "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Action':'a:b','Resource':'*','Other':1}}",
                "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Action':'a:b','Resource':'*','Condition':[]}}",
                "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Action':'a:b','Resource':'*','Condition':{'StringEquals':'x'}}}",
                "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Action':'a:b','Resource':'*','Condition':{'X':{'a:b':'x'}}}}",
                "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Action':'a:b','Resource':'*','Condition':{'X':{}}}}",
                "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Action':'a:b','Resource':'*','Condition':{'StringEquals':{'':[]}}}}",
                "{'Version':'2012-10-17','Statement':{'Sid':1,'Effect':'Allow','Action':'a:b','Resource':'*'}}"
            })
    void whatIsNoPolicyHasSyntaxErrors(String text) {
        assertRefused(text, PolicyKind.IDENTITY, SYNTAX);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '\0',
            value = {
                "'Effect':'Allow','Action':'a:b','Resource':'*','Principal':'*' # Policy document should not specify a principal.",
                "'Effect':'allow','Action':'a:b','Resource':'*' # The policy failed legacy parsing",
                "'Effect':'Allow','Action':'a:b','Resource':'arn:aws:::x' # The policy failed legacy parsing",
                "'Effect':'Allow','Action':'a:b','Resource':'*','Condition':{'DateLessThan':{'aws:CurrentTime':'soon'}} # The policy failed legacy parsing",
                "'Effect':'Allow','Action':[],'Resource':'*' # Policy statement must contain actions.",
                "'Effect':'Allow','Resource':'*' # Policy statement must contain actions.",
                "'Effect':'Allow','Action':'a:b' # Policy statement must contain resources.",
                "'Effect':'Allow','Action':'a:b','Resource':[] # Policy statement must contain resources.",
                "'Effect':'Allow','Action':'a:b','Resource':'invalid resource' # Resource invalid resource must be in ARN format or '*'.",
                "'Effect':'Allow','Action':'a:b','Resource':'arn:error:s3::e' # Partition 'error' is not valid for resource 'arn:error:s3::e:*'.",
                "'Effect':'Allow','Action':'a:b','Resource':'arn:aws' # Resource vendor must be fully qualified and cannot contain regexes.",
                "'Effect':'Allow','Action':'read','Resource':'*' # Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.",
                "'Effect':'Allow','Action':'a:b:c','Resource':'*' # Actions/Condition can contain only one colon.",
                "'Effect':'Allow','Action':'a a:b','Resource':'*' # Vendor a a is not valid",
                "'Sid':'not so','Effect':'Allow','Action':'a:b','Resource':'*' # Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*"
            })
    void anIdentityPolicyIsRefusedInTheWordsOfAws(String statement, String message) {
        assertRefused("{'Version':'2012-10-17','Statement':[{" + statement + "}]}", PolicyKind.IDENTITY, message);
    }

    @Test
    void sidsAreUniqueAndTheVersionIsTheNewer() {
        String one = "{'Sid':'a','Effect':'Allow','Action':'a:b','Resource':'*'}";
        assertRefused(
                "{'Version':'2012-10-17','Statement':[" + one + "," + one + "]}",
                PolicyKind.IDENTITY,
                "Statement IDs (SID) in a single policy must be unique.");
        assertRefused(
                "{'Version':'2008-10-17','Statement':" + one + "}",
                PolicyKind.IDENTITY,
                "Policy document must be version 2012-10-17 or greater.");
        assertRefused(
                "{'Statement':" + one + "}",
                PolicyKind.IDENTITY,
                "Policy document must be version 2012-10-17 or greater.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '\0',
            value = {
                "'Action':'sts:AssumeRole','Principal':{'AWS':'*'} # Missing required field Effect",
                "'Effect':'Maybe','Action':'sts:AssumeRole','Principal':{'AWS':'*'} # Invalid effect: Maybe",
                "'Effect':'Allow','Action':'sts:AssumeRole' # Missing required field Principal",
                "'Effect':'Allow','Action':'sts:AssumeRole','Principal':{} # Missing required field Principal cannot be empty!",
                "'Effect':'Allow','Action':'sts:AssumeRole','Principal':'*' # Invalid principal in policy: 'STAR':'*'",
                "'Effect':'Allow','Action':'sts:AssumeRole','Principal':{'AWS':'bob'} # Invalid principal in policy: 'AWS':'bob'",
                "'Effect':'Allow','Action':'sts:AssumeRole','Principal':{'AWS':'arn:aws:iam::123456789012:user/*'} # Invalid principal in policy: 'AWS':'arn:aws:iam::123456789012:user/*'",
                "'Effect':'Allow','Action':'sts:AssumeRole','Principal':{'Service':'ec2'} # Invalid principal in policy: 'SERVICE':'ec2'",
                "'Effect':'Allow','Action':'sts:AssumeRole','Principal':{'Person':'x'} # Invalid principal in policy: 'PERSON':'x'",
                "'Effect':'Allow','Principal':{'AWS':'*'} # Missing required field Action",
                "'Effect':'Allow','Action':'app:Read','Principal':{'AWS':'*'} # AssumeRole policy may only specify STS AssumeRole actions.",
                "'Effect':'Allow','Action':'sts:AssumeRole','Principal':{'AWS':'*'},'Resource':'*' # Has prohibited field Resource",
                "'Effect':'Allow','Action':'sts:AssumeRole','Principal':{'AWS':'*'},'NotResource':'*' # AssumeRole policy must not contain resources.",
                "'Effect':'Allow','Action':'sts:AssumeRole','NotPrincipal':{'AWS':'*'} # Allow with NotPrincipal is not allowed.",
                "'Effect':'Deny','Action':'sts:AssumeRole','NotPrincipal':{'AWS':'*'} # AssumeRole policy must not contain NotPrincipal field."
            })
    void aTrustPolicyIsRefusedInTheWordsOfAws(String statement, String message) {
        assertRefused("{'Version':'2012-10-17','Statement':[{" + statement + "}]}", PolicyKind.TRUST, message);
    }

    @Test
    void aTrustPolicyThatIsNotJsonIsRefusedInItsOwnWords() {
        assertRefused("{", PolicyKind.TRUST, "This policy contains invalid Json");
        assertRefused("[]", PolicyKind.TRUST, "Syntax error in policy.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '\0',
            value = {
                "'Effect':'Allow','Action':'a:b','Resource':'*' # Missing required field Principal",
                "'Effect':'Allow','Action':'a:b','Resource':'*','NotPrincipal':'*' # Allow with NotPrincipal is not allowed.",
                "'Effect':'Allow','Action':'a:b','Principal':'*' # Policy statement must contain resources."
            })
    void aResourcesPolicyIsRefusedInTheWordsOfAws(String statement, String message) {
        assertRefused("{'Version':'2012-10-17','Statement':[{" + statement + "}]}", PolicyKind.RESOURCE, message);
    }

    @Test
    void tooLongTooDeepAndTooManyAreRefused() {
        String statement = "{'Effect':'Allow','Action':'a:b','Resource':'*'}";
        DocumentLimits few = new DocumentLimits(1000, 2, 100);
        String three = "{'Version':'2012-10-17','Statement':[" + statement + "," + statement + "," + statement + "]}";
        assertThatThrownBy(() -> PolicyDocument.parse(quoted(three), PolicyKind.IDENTITY, few))
                .hasMessage(SYNTAX);
        assertThat(PolicyDocument.parse(quoted(three), PolicyKind.IDENTITY).statements())
                .hasSize(3);
        assertThatThrownBy(
                        () -> PolicyDocument.parse(quoted(three), PolicyKind.IDENTITY, new DocumentLimits(1000, 9, 5)))
                .hasMessage(SYNTAX);
        assertThatThrownBy(
                        () -> PolicyDocument.parse(quoted(three), PolicyKind.IDENTITY, new DocumentLimits(100, 9, 100)))
                .hasMessage(SYNTAX);
        assertRefused("[".repeat(100_000), PolicyKind.IDENTITY, SYNTAX);
    }

    private static void assertRefused(String text, PolicyKind kind, String message) {
        assertThatThrownBy(() -> PolicyDocument.parse(quoted(text), kind))
                .isInstanceOf(MalformedPolicyException.class)
                .hasMessage(quoted(message));
    }

    private static String quoted(String text) {
        return text.replace('\'', '"');
    }
}
