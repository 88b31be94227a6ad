package io.attestore.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.ContextEntry;
import software.amazon.awssdk.services.iam.model.ContextKeyTypeEnum;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.InvalidInputException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.Position;
import software.amazon.awssdk.services.iam.model.SimulateCustomPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulateCustomPolicyResponse;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyResponse;
import software.amazon.awssdk.services.iam.model.Statement;

/** What policies would decide, and which statements make them. */
class PolicySimulationTest {

    /** AWS's example of {@code simulate-custom-policy}. */
    private static final String SINCE_2018 =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"dynamodb:*\","
                    + "\"Resource\":\"*\","
                    + "\"Condition\":{\"DateGreaterThan\":{\"aws:CurrentTime\":\"2018-08-16T12:00:00Z\"}}}}";

    private static final String READ_APP = """
        {
          "Version": "2012-10-17",
          "Statement": [
            {"Effect": "Allow", "Action": "ssm:GetParameter*", "Resource": "arn:aws:ssm:*:*:parameter/app/*"},
            {
              "Effect": "Deny",
              "Action": "ssm:*",
              "Resource": "arn:aws:ssm:*:*:parameter/app/secret"
            }
          ]
        }\
        """;
    private static final String ALLOW_ALL = """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}\
        """;
    private static final String X = "arn:aws:ssm:eu-west-1:123456789012:parameter/app/x";
    private static final String SECRET = "arn:aws:ssm:eu-west-1:123456789012:parameter/app/secret";

    private final Tenant root = SystemServer.newTenant();
    private final IamClient iam = root.iam();

    @Test
    void a_policy_is_tried_out_now_or_at_another_time() {
        EvaluationResult now =
                one(custom(request -> request.policyInputList(SINCE_2018).actionNames("dynamodb:CreateBackup")));

        assertThat(now.evalActionName()).isEqualTo("dynamodb:CreateBackup");
        assertThat(now.evalResourceName()).isEqualTo("*");
        assertThat(now.evalDecisionAsString()).isEqualTo("allowed");
        assertThat(now.missingContextValues()).isEmpty();
        assertThat(now.hasResourceSpecificResults()).isFalse();
        assertThat(now.hasEvalDecisionDetails()).isFalse();
        assertThat(now.organizationsDecisionDetail()).isNull();
        assertThat(now.permissionsBoundaryDecisionDetail()).isNull();
        assertThat(now.matchedStatements())
                .containsExactly(Statement.builder()
                        .sourcePolicyId("PolicyInputList.1")
                        .sourcePolicyType("IAM Policy")
                        .startPosition(position(1, 38))
                        .endPosition(position(1, 167))
                        .build());

        EvaluationResult before = one(custom(request -> request.policyInputList(SINCE_2018)
                .actionNames("dynamodb:CreateBackup")
                .contextEntries(entry("aws:CurrentTime", ContextKeyTypeEnum.DATE, "2018-04-25T11:00:00Z"))));
        assertThat(before.evalDecisionAsString()).isEqualTo("implicitDeny");
        assertThat(before.matchedStatements()).isEmpty();
    }

    @Test
    void of_several_resources_each_has_its_own_result_beside_the_strictest_of_all() {
        EvaluationResult result = one(custom(request -> request.policyInputList(READ_APP)
                .actionNames("ssm:GetParameter")
                .resourceArns(X, SECRET)));

        assertThat(result.evalDecisionAsString()).isEqualTo("explicitDeny");
        assertThat(result.resourceSpecificResults())
                .extracting(each -> each.evalResourceName(), each -> each.evalResourceDecisionAsString())
                .containsExactly(tuple(X, "allowed"), tuple(SECRET, "explicitDeny"));
        assertThat(result.resourceSpecificResults().getLast().matchedStatements())
                .as("what denies is all that is told")
                .containsExactly(Statement.builder()
                        .sourcePolicyId("PolicyInputList.1")
                        .sourcePolicyType("IAM Policy")
                        .startPosition(position(5, 6))
                        .endPosition(position(9, 6))
                        .build());
    }

    @Test
    void what_the_policies_ask_for_and_nobody_has_given_is_told() {
        String conditional = """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "ssm:*", "Resource": "*",
              "Condition": {"IpAddress": {"aws:SourceIp": "10.0.0.0/8"}, "Bool": {"aws:SecureTransport": "true"}}}]}\
            """;

        assertThat(one(custom(request -> request.policyInputList(conditional).actionNames("ssm:GetParameter")))
                        .missingContextValues())
                .containsExactly("aws:SourceIp", "aws:SecureTransport");
        EvaluationResult given = one(custom(request -> request.policyInputList(conditional)
                .actionNames("ssm:GetParameter")
                .resourceArns(X)
                .contextEntries(
                        entry("AWS:sourceip", ContextKeyTypeEnum.IP, "10.1.2.3"),
                        entry("aws:SecureTransport", ContextKeyTypeEnum.BOOLEAN, "true"))));
        assertThat(given.evalDecisionAsString()).isEqualTo("allowed");
        assertThat(given.evalResourceName()).isEqualTo(X);
        assertThat(given.evalDecisionDetails()).isEmpty();
        assertThat(given.matchedStatements()).hasSize(1);
        assertThat(given.resourceSpecificResults()).singleElement().satisfies(each -> {
            assertThat(each.missingContextValues()).isEmpty();
            assertThat(each.matchedStatements()).isEqualTo(given.matchedStatements());
        });
    }

    @Test
    void a_boundary_limits_and_says_so() {
        EvaluationResult limited = one(custom(request -> request.policyInputList(ALLOW_ALL)
                .permissionsBoundaryPolicyInputList(READ_APP)
                .actionNames("ssm:PutParameter")
                .resourceArns(X)));
        assertThat(limited.evalDecisionAsString()).isEqualTo("implicitDeny");
        assertThat(limited.permissionsBoundaryDecisionDetail().allowedByPermissionsBoundary())
                .isFalse();

        EvaluationResult denied = one(custom(request -> request.policyInputList(ALLOW_ALL)
                .permissionsBoundaryPolicyInputList(READ_APP)
                .actionNames("ssm:GetParameter")
                .resourceArns(SECRET)));
        assertThat(denied.evalDecisionAsString()).isEqualTo("explicitDeny");
        assertThat(denied.matchedStatements())
                .extracting(Statement::sourcePolicyId)
                .containsExactly("PermissionsBoundaryPolicyInputList.1");

        EvaluationResult allowed = one(custom(request -> request.policyInputList(ALLOW_ALL)
                .permissionsBoundaryPolicyInputList(READ_APP)
                .actionNames("ssm:GetParameter")
                .resourceArns(X)));
        assertThat(allowed.evalDecisionAsString()).isEqualTo("allowed");
        assertThat(allowed.resourceSpecificResults()
                        .getFirst()
                        .permissionsBoundaryDecisionDetail()
                        .allowedByPermissionsBoundary())
                .isTrue();
    }

    @Test
    void across_accounts_both_sides_are_told() {
        String bucket = "arn:aws:s3:::shared/key";
        String caller = "arn:aws:iam::" + root.account() + ":user/ann";
        Consumer<SimulateCustomPolicyRequest.Builder> shared = request -> request.policyInputList(ALLOW_ALL)
                .actionNames("s3:GetObject")
                .resourceArns(bucket)
                .callerArn(caller)
                .resourcePolicy(onResource(caller, bucket));

        EvaluationResult within = one(custom(shared));
        assertThat(within.evalDecisionAsString()).isEqualTo("allowed");
        assertThat(within.evalDecisionDetails()).isEmpty();
        assertThat(within.matchedStatements())
                .extracting(Statement::sourcePolicyId, Statement::sourcePolicyTypeAsString)
                .containsExactly(tuple("PolicyInputList.1", "IAM Policy"), tuple("ResourcePolicy", "Resource Policy"));

        EvaluationResult across =
                one(custom(shared.andThen(request -> request.resourceOwner("arn:aws:iam::123456789012:root"))));
        assertThat(across.evalDecisionAsString()).isEqualTo("allowed");
        assertThat(across.evalDecisionDetailsAsStrings())
                .containsEntry("IAM Policy", "allowed")
                .containsEntry("Resource Policy", "allowed");

        EvaluationResult unnamed =
                one(custom(shared.andThen(request -> request.resourceOwner("arn:aws:iam::123456789012:root")
                        .resourcePolicy(onResource("arn:aws:iam::123456789012:user/bob", bucket)))));
        assertThat(unnamed.evalDecisionAsString()).isEqualTo("implicitDeny");
        assertThat(unnamed.resourceSpecificResults().getFirst().evalDecisionDetailsAsStrings())
                .containsEntry("IAM Policy", "allowed")
                .containsEntry("Resource Policy", "implicitDeny");
    }

    @Test
    void a_key_s_policy_is_a_gate_that_of_others_adds() {
        String caller = "arn:aws:iam::" + root.account() + ":user/ann";
        String key = root.arn("kms", "key/1234abcd-12ab-34cd-56ef-1234567890ab");
        assertThat(one(custom(request -> request.policyInputList(ALLOW_ALL)
                                .actionNames("kms:Decrypt")
                                .resourceArns(key)
                                .callerArn(caller)
                                .resourcePolicy(onResource("arn:aws:iam::" + root.account() + ":user/bob", "*"))))
                        .evalDecisionAsString())
                .isEqualTo("implicitDeny");
        assertThat(one(custom(request -> request.policyInputList(ALLOW_ALL)
                                .actionNames("s3:GetObject")
                                .resourceArns("arn:aws:s3:::bucket/key")
                                .callerArn(caller)
                                .resourcePolicy(onResource("arn:aws:iam::" + root.account() + ":user/bob", "*"))))
                        .evalDecisionAsString())
                .isEqualTo("allowed");
    }

    @Test
    void a_principal_s_policies_are_those_of_his_groups_too_each_named_by_whose_it_is() {
        iam.createUser(request -> request.userName("ann").path("/team/"));
        iam.putUserPolicy(request -> request.userName("ann").policyName("own").policyDocument(READ_APP));
        iam.createGroup(request -> request.groupName("readers"));
        iam.putGroupPolicy(
                request -> request.groupName("readers").policyName("shared").policyDocument(READ_APP));
        iam.addUserToGroup(request -> request.groupName("readers").userName("ann"));
        iam.attachUserPolicy(
                request -> request.userName("ann").policyArn("arn:aws:iam::aws:policy/AmazonSSMReadOnlyAccess"));

        EvaluationResult result = principal("user/team/ann", "ssm:GetParameter", X);
        assertThat(result.evalDecisionAsString()).isEqualTo("allowed");
        assertThat(result.matchedStatements())
                .extracting(Statement::sourcePolicyId)
                .containsExactly("user_ann_own", "AmazonSSMReadOnlyAccess", "group_readers_shared");
        assertThat(principal("group/readers", "ssm:GetParameter", X).matchedStatements())
                .extracting(Statement::sourcePolicyId)
                .containsExactly("group_readers_shared");
        assertThat(principal("user/team/ann", "ssm:PutParameter", X).evalDecisionAsString())
                .isEqualTo("implicitDeny");
    }

    @Test
    void the_boundary_of_a_role_counts_until_another_is_sent() {
        String boundary = iam.createPolicy(
                        request -> request.policyName("limit").policyDocument(READ_APP))
                .policy()
                .arn();
        iam.createRole(
                request -> request.roleName("app").permissionsBoundary(boundary).assumeRolePolicyDocument("""
                    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
                      "Principal": {"Service": "ec2.amazonaws.com"}}]}\
                    """));
        String role = "arn:aws:iam::" + root.account() + ":role/app";

        EvaluationResult held = one(iam.simulatePrincipalPolicy(request ->
                request.policySourceArn(role).policyInputList(ALLOW_ALL).actionNames("ssm:PutParameter")));
        assertThat(held.evalDecisionAsString()).isEqualTo("implicitDeny");
        assertThat(held.permissionsBoundaryDecisionDetail().allowedByPermissionsBoundary())
                .isFalse();
        EvaluationResult sent = one(iam.simulatePrincipalPolicy(request -> request.policySourceArn(role)
                .policyInputList(ALLOW_ALL)
                .permissionsBoundaryPolicyInputList(ALLOW_ALL)
                .actionNames("ssm:PutParameter")));
        assertThat(sent.evalDecisionAsString()).isEqualTo("allowed");
        assertThat(sent.permissionsBoundaryDecisionDetail().allowedByPermissionsBoundary())
                .isTrue();
        assertThatThrownBy(() -> iam.simulatePrincipalPolicy(request -> request.policySourceArn(role)
                        .actionNames("s3:GetObject")
                        .resourceArns("arn:aws:s3:::bucket/key")
                        .resourcePolicy(onResource(role, "arn:aws:s3:::bucket/*"))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Invalid caller - Caller must be an IAM user in this context.");
    }

    @Test
    void who_asks_is_the_caller_even_with_the_policies_of_another() {
        iam.createUser(request -> request.userName("ann"));
        iam.putUserPolicy(request -> request.userName("ann").policyName("home").policyDocument("""
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "ssm:GetParameter",
              "Resource": "arn:aws:ssm:*:*:parameter/${aws:username}"}]}\
            """));
        String ann = "arn:aws:iam::" + root.account() + ":user/ann";

        assertThat(decision(ann, "", "parameter/ann")).isEqualTo("allowed");
        assertThat(decision(ann, ann.replace("/ann", "/bob"), "parameter/ann")).isEqualTo("implicitDeny");
        assertThat(decision(ann, ann.replace("/ann", "/bob"), "parameter/bob")).isEqualTo("allowed");
    }

    @Test
    void a_page_has_as_many_actions_as_are_asked_for_and_the_next_one_goes_on() {
        List<String> actions =
                IntStream.range(0, 5).mapToObj(i -> "ssm:Action" + i).toList();
        List<String> seen = new ArrayList<>();
        iam.simulateCustomPolicyPaginator(request ->
                        request.policyInputList(ALLOW_ALL).actionNames(actions).maxItems(2))
                .forEach(page -> {
                    assertThat(page.evaluationResults()).hasSizeLessThanOrEqualTo(2);
                    page.evaluationResults().forEach(each -> seen.add(each.evalActionName()));
                });

        assertThat(seen).isEqualTo(actions);
        String marker = custom(request ->
                        request.policyInputList(ALLOW_ALL).actionNames(actions).maxItems(2))
                .marker();
        assertThatThrownBy(() -> custom(request -> request.policyInputList(READ_APP)
                        .actionNames(actions)
                        .maxItems(2)
                        .marker(marker)))
                .as("a marker of another simulation")
                .hasMessageContaining("Invalid Marker");
    }

    @Test
    void many_resources_are_told_in_smaller_pages() {
        List<String> resources = IntStream.range(0, 400)
                .mapToObj(i -> "arn:aws:s3:::bucket/" + i)
                .toList();
        SimulateCustomPolicyResponse page = custom(request -> request.policyInputList(ALLOW_ALL)
                .actionNames("s3:GetObject", "s3:PutObject", "s3:DeleteObject")
                .resourceArns(resources));

        assertThat(page.evaluationResults()).hasSize(2);
        assertThat(page.isTruncated()).isTrue();
        assertThat(page.evaluationResults().getFirst().resourceSpecificResults())
                .hasSize(400);
    }

    @Test
    void the_keys_of_policies_are_told_once_each() {
        String one = """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "ssm:*",
              "Resource": "arn:aws:ssm:*:*:parameter/${aws:username}",
              "Condition": {"IpAddress": {"aws:SourceIp": "10.0.0.0/8"}}}]}\
            """;
        String two = """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "ssm:*", "Resource": "*",
              "Condition": {"Null": {"aws:sourceip": "true"}, "Bool": {"aws:SecureTransport": "false"}}}]}\
            """;
        assertThat(iam.getContextKeysForCustomPolicy(request -> request.policyInputList(one, two))
                        .contextKeyNames())
                .containsExactly("aws:username", "aws:SourceIp", "aws:SecureTransport");

        iam.createUser(request -> request.userName("ann"));
        iam.putUserPolicy(request -> request.userName("ann").policyName("p").policyDocument(two));
        assertThat(iam.getContextKeysForPrincipalPolicy(
                                request -> request.policySourceArn("arn:aws:iam::" + root.account() + ":user/ann")
                                        .policyInputList(one))
                        .contextKeyNames())
                .containsExactly("aws:sourceip", "aws:SecureTransport", "aws:username");
    }

    @Test
    void a_simulation_says_what_a_real_request_meets() {
        Tenant ann = root.newUser("ann");
        iam.putUserPolicy(request -> request.userName("ann").policyName("own").policyDocument(READ_APP));
        root.ssm()
                .putParameter(request -> request.name("/app/secret").value("v").type("String"));
        String arn = root.arn("ssm", "parameter/app/secret");

        assertThat(principal("user/ann", "ssm:GetParameter", arn).evalDecisionAsString())
                .isEqualTo("explicitDeny");
        assertThatThrownBy(() -> ann.ssm().getParameter(request -> request.name("/app/secret")))
                .hasMessageContaining("with an explicit deny in an identity-based policy");
    }

    @Test
    void whose_policies_are_tried_out_must_be_there_and_of_this_account() {
        String own = "arn:aws:iam::" + root.account() + ":";
        iam.createUser(request -> request.userName("ann").path("/team/"));
        assertThatThrownBy(() -> principal("user/nobody", "ssm:GetParameter", X))
                .isInstanceOf(NoSuchEntityException.class)
                .hasMessageContaining("The user with name nobody cannot be found.");
        assertThatThrownBy(() -> principal("user/ann", "ssm:GetParameter", X))
                .as("a user of another path")
                .isInstanceOf(NoSuchEntityException.class);
        assertThatThrownBy(() -> principal("policy/team/ann", "ssm:GetParameter", X))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(
                        "Invalid Entity Arn: " + own + "policy/team/ann does not clearly define entity type and name.");
        assertThatThrownBy(() -> iam.simulatePrincipalPolicy(
                        request -> request.policySourceArn("arn:aws:sts::123456789012:assumed-role/Admin/somebody")
                                .actionNames("ssm:GetParameter")))
                .hasMessageContaining("does not clearly define entity type and name.");
        assertThatThrownBy(() -> iam.simulatePrincipalPolicy(
                        request -> request.policySourceArn("arn:aws:iam::123456789012:user/ann")
                                .actionNames("ssm:GetParameter")))
                .isInstanceOf(IamException.class)
                .hasMessageContaining("is not authorized to perform: iam:SimulatePrincipalPolicy");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        GetParameter  | *                  | Invalid Input Actions: GetParameter
        ssm:Get*      | *                  | Invalid Input Actions: ssm:Get*
        ssm:Get?      | *                  | Invalid Input Actions: ssm:Get?
        ssm:          | *                  | Invalid Input Actions: ssm:
        :Get          | *                  | Invalid Input Actions: :Get
        ssm:Get       | 1234abcd           | ResourceNames are not in a valid ARN format: 1234abcd.
        """)
    void actions_and_resources_are_names(String action, String resource, String text) {
        assertRefused(
                request ->
                        request.policyInputList(ALLOW_ALL).actionNames(action).resourceArns(resource),
                text);
    }

    @Test
    void what_cannot_be_tried_out_is_refused() {
        String caller = "arn:aws:iam::" + root.account() + ":user/ann";
        assertRefused(with(request -> request.resourceArns("*", X)), "ResourceNames are not in a valid ARN format: *.");
        assertRefused(
                with(request -> request.policyInputList(ALLOW_ALL, "{")),
                "Invalid Input Policy: PolicyInputList.2: Syntax errors in policy.");
        assertRefused(
                with(request -> request.permissionsBoundaryPolicyInputList(ALLOW_ALL, ALLOW_ALL)),
                "The list of Permissions Boundary policies cannot exceed 1 items.");
        assertRefused(
                with(request -> request.callerArn("arn:aws:iam::123456789012:role/app")),
                "Invalid caller - Caller must be an IAM user in this context.");
        assertRefused(
                with(request -> request.resourceOwner("123456789012")),
                "'123456789012' is not a valid as a Resource Owner.");
        assertRefused(
                with(request -> request.resourceArns(X).resourcePolicy(onResource(caller, X))),
                "Invalid caller - Caller cannot be null or empty.");
        assertRefused(
                with(request -> request.callerArn(caller).resourcePolicy(onResource(caller, X))),
                "Invalid Entity Arn: * does not clearly define entity type and name.");
        assertRefused(
                with(request -> request.callerArn(caller).resourceArns(X).resourcePolicy(onResource(caller, SECRET))),
                "ResourcePolicy is not applicable to " + X);
        assertRefused(
                with(request -> request.callerArn(caller)
                        .resourceArns("arn:aws:iam::123456789012:role/app")
                        .resourcePolicy(onResource(caller, "*"))),
                "isn't supported for IAM roles");
    }

    @Test
    void a_value_is_of_the_type_that_it_is_said_to_be() {
        for (ContextEntry wrong : List.of(
                entry("app:count", ContextKeyTypeEnum.NUMERIC, "many"),
                entry("app:counts", ContextKeyTypeEnum.NUMERIC_LIST, "1", "many"),
                entry("app:when", ContextKeyTypeEnum.DATE, "soon"),
                entry("app:where", ContextKeyTypeEnum.IP_LIST, "here"),
                entry("app:whether", ContextKeyTypeEnum.BOOLEAN, "perhaps"),
                entry("app:blob", ContextKeyTypeEnum.BINARY, "?"),
                entry("app:names", ContextKeyTypeEnum.STRING, "one", "two"))) {
            assertRefused(with(request -> request.contextEntries(wrong)), wrong.contextKeyName());
        }
        ContextEntry twice = entry("app:name", ContextKeyTypeEnum.STRING, "x");
        assertRefused(
                with(request ->
                        request.contextEntries(twice, entry("APP:Name", ContextKeyTypeEnum.STRING_LIST, "x", "y"))),
                "Duplicate context key: APP:Name");
        assertRefused(
                with(request -> request.contextEntries(
                        ContextEntry.builder().contextKeyValues("x").build())),
                "ContextKeyName cannot be null or empty");
        assertThat(custom(with(request -> request.contextEntries(
                                entry("app:names", ContextKeyTypeEnum.STRING_LIST, "one", "two"),
                                entry("app:count", ContextKeyTypeEnum.NUMERIC, "1.5"))))
                        .evaluationResults())
                .hasSize(1);
    }

    @Test
    void a_scenario_of_ec2_needs_its_resources() {
        String ec2 = "arn:aws:ec2:us-east-1:123456789012:";
        List<String> resources = List.of(
                ec2 + "instance/*",
                "arn:aws:ec2:us-east-1::image/ami-1",
                ec2 + "security-group/*",
                ec2 + "network-interface/*",
                ec2 + "volume/*");
        Consumer<SimulateCustomPolicyRequest.Builder> run = request -> request.policyInputList(ALLOW_ALL)
                .actionNames("ec2:RunInstances")
                .resourceArns(resources);

        assertThat(one(custom(run.andThen(request -> request.resourceHandlingOption("EC2-VPC-EBS"))))
                        .evalDecisionAsString())
                .isEqualTo("allowed");
        assertRefused(
                run.andThen(request -> request.resourceHandlingOption("EC2-VPC-EBS-Subnet")),
                "EC2-VPC-EBS-Subnet requires a resource of type subnet");
        assertRefused(
                run.andThen(request -> request.resourceHandlingOption("EC2-Moon")),
                "Invalid input resource handling options. There is no option EC2-Moon.");
        assertRefused(
                run.andThen(
                        request -> request.resourceHandlingOption("EC2-VPC-EBS").actionNames("ssm:GetParameter")),
                "Action does not support resource handling options: ssm:GetParameter");
    }

    private SimulateCustomPolicyResponse custom(Consumer<SimulateCustomPolicyRequest.Builder> request) {
        return iam.simulateCustomPolicy(request);
    }

    private EvaluationResult principal(String source, String action, String resource) {
        return one(iam.simulatePrincipalPolicy(
                request -> request.policySourceArn("arn:aws:iam::" + root.account() + ":" + source)
                        .actionNames(action)
                        .resourceArns(resource)));
    }

    private String decision(String source, String caller, String resource) {
        return one(iam.simulatePrincipalPolicy(request -> request.policySourceArn(source)
                        .callerArn(caller.isEmpty() ? null : caller)
                        .actionNames("ssm:GetParameter")
                        .resourceArns(root.arn("ssm", resource))))
                .evalDecisionAsString();
    }

    private static EvaluationResult one(SimulateCustomPolicyResponse response) {
        return one(response.isTruncated(), response.evaluationResults());
    }

    private static EvaluationResult one(SimulatePrincipalPolicyResponse response) {
        return one(response.isTruncated(), response.evaluationResults());
    }

    private static EvaluationResult one(boolean truncated, List<EvaluationResult> results) {
        assertThat(truncated).isFalse();
        assertThat(results).hasSize(1);
        return results.getFirst();
    }

    private static Consumer<SimulateCustomPolicyRequest.Builder> with(
            Consumer<SimulateCustomPolicyRequest.Builder> more) {
        Consumer<SimulateCustomPolicyRequest.Builder> usual =
                request -> request.policyInputList(ALLOW_ALL).actionNames("ssm:GetParameter");
        return usual.andThen(more);
    }

    private void assertRefused(Consumer<SimulateCustomPolicyRequest.Builder> request, String text) {
        assertThatThrownBy(() -> custom(request))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(text);
    }

    private static String onResource(String principal, String resource) {
        return """
            {"Version": "2012-10-17", "Statement": [
              {"Effect": "Allow", "Principal": {"AWS": "%s"}, "Action": "*", "Resource": "%s"}]}\
            """.formatted(principal, resource);
    }

    private static ContextEntry entry(String name, ContextKeyTypeEnum type, String... values) {
        return ContextEntry.builder()
                .contextKeyName(name)
                .contextKeyType(type)
                .contextKeyValues(values)
                .build();
    }

    private static Position position(int line, int column) {
        return Position.builder().line(line).column(column).build();
    }
}
