package io.attestore.server.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.document.Document;
import io.attestore.contract.document.Document.Flag;
import io.attestore.contract.document.Document.Listing;
import io.attestore.contract.document.Document.Text;
import io.attestore.contract.document.Shape;
import io.attestore.contract.document.Shape.FlagShape;
import io.attestore.contract.document.Shape.ListShape;
import io.attestore.contract.document.Shape.MapShape;
import io.attestore.contract.document.Shape.StructureShape;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Access;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Decision;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.OperationCatalogue;
import io.attestore.contract.state.EntityType;
import io.attestore.entities.History;
import io.attestore.events.Bytes;
import io.attestore.events.Event;
import io.attestore.events.call.CallContext;
import io.attestore.events.call.Principal;
import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.AliasName;
import io.attestore.events.id.KeyId;
import io.attestore.events.id.KeyMaterialId;
import io.attestore.events.id.ParameterName;
import io.attestore.events.id.Region;
import io.attestore.events.key.AliasCreated;
import io.attestore.events.key.GrantCreated;
import io.attestore.events.key.GrantPrincipal;
import io.attestore.events.key.KeyCreated;
import io.attestore.events.key.KeyManager;
import io.attestore.events.parameter.ParameterTagged;
import io.attestore.events.parameter.ParameterType;
import io.attestore.events.parameter.ParameterVersionPut;
import io.attestore.server.RunningServer;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What operations ask permission for is what AWS's Service Authorization Reference says of their actions, so that policies
 * written for AWS mean the same here.
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">
 *     Actions, resources, and condition keys for AWS services</a>
 */
class ServiceAuthorizationTest {

    private static final JsonNode REFERENCE = reference();
    private static final AccountRegion WHERE =
            new AccountRegion(new AccountId("123456789012"), new Region("eu-west-1"));

    /** What names something in the inputs of operations, and a name that something can have. */
    private static final Map<String, String> NAMES = names(
            "KeyId", "1234abcd-12ab-34cd-56ef-1234567890ab",
            "TargetKeyId", "1234abcd-12ab-34cd-56ef-1234567890ab",
            "GrantId", "x",
            "AliasName", "alias/app",
            "ResourceArn", "arn:aws:ssm:eu-west-1:123456789012:parameter/x",
            "ResourceType", "Parameter",
            "SettingId", "/ssm/parameter-store/high-throughput-enabled",
            "PolicyArn", "arn:aws:iam::123456789012:policy/x",
            "PermissionsBoundary", "arn:aws:iam::123456789012:policy/x",
            "OpenIDConnectProviderArn", "arn:aws:iam::123456789012:oidc-provider/x",
            "Url", "https://x",
            "PolicySourceArn", "arn:aws:iam::123456789012:user/x",
            "NewPath", "/x",
            "Path", "/x",
            "Key", "Owner",
            "TagKey", "Owner");

    private static Map<String, String> names(String... pairs) {
        Map<String, String> names = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            names.put(pairs[i], pairs[i + 1]);
        }
        return Map.copyOf(names);
    }

    /** What inputs name. */
    private static final History STORE = store();

    /** Writes by IAM's access levels, though they change nothing. */
    private static final Set<String> USES_OF_A_KEY = Set.of("kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey");

    /** An ssm:DescribeParameters in AWS names no resource; its policies are written for this account's. */
    private static final Set<String> NAMES_A_RESOURCE_THAT_AWS_DOES_NOT_LIST = Set.of("ssm:DescribeParameters");

    /** Nobody needs permission to know who he is. */
    private static final String NEEDS_NOTHING = "sts:GetCallerIdentity";

    static Stream<Operation> operations() {
        return RunningServer.shared().bean(OperationCatalogue.class).all().stream()
                .filter(operation -> operation.service() != AwsService.ATTESTORE);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_action_is_one_of_aws_and_has_its_access_level(Operation operation) {
        JsonNode action = action(operation);

        assertThat(action.isMissingNode()).as(operation.action()).isFalse();
        String level = action.path("accessLevel").asString();
        assertThat(level).isNotEmpty();
        if (operation.readOnly() && !USES_OF_A_KEY.contains(operation.action())) {
            assertThat(level).isIn("Read", "List");
        } else {
            assertThat(level).containsAnyOf("Write", "Tagging", "Permissions management");
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void permission_is_asked_for_resources_of_the_actions_types(Operation operation) {
        for (Access access : accesses(operation)) {
            if (access.arn().isEmpty()
                    || access.action().equals("iam:PassRole")
                    || NAMES_A_RESOURCE_THAT_AWS_DOES_NOT_LIST.contains(access.action())) {
                continue;
            }
            assertThat(typesOf(access))
                    .as(access.action() + " on " + access.resource())
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_action_is_asked_for_without_a_resource_only_where_none_is_required(Operation operation) {
        if (operation.action().equals(NEEDS_NOTHING)) {
            assertThat(accesses(operation)).isEmpty();
            return;
        }
        assertThat(accesses(operation))
                .isNotEmpty()
                .filteredOn(access -> access.arn().isEmpty())
                .allSatisfy(access -> assertThat(stream(action(access.action()).path("resourceTypes")))
                        .as(access.action())
                        .noneMatch(type -> type.path("required").asBoolean()));
    }

    /** A call with everything that its operation takes, about what is there, tells all that AWS lists, and no more. */
    @ParameterizedTest
    @MethodSource("operations")
    void an_operation_tells_the_condition_keys_of_its_action_and_of_its_resource(Operation operation) {
        Structure everything = everything(operation);
        for (Access access : accesses(operation, everything)) {
            if (access.action().equals(operation.action())) {
                assertThat(ConditionKeys.toldBy(
                                access, REFERENCE.path(operation.service().signingName())))
                        .as(access.action() + " on " + access.resource())
                        .containsExactlyInAnyOrderElementsOf(
                                ConditionKeys.expected(access, action(access.action()), typesOf(access)));
            }
        }
    }

    private static List<Access> accesses(Operation operation) {
        return accesses(operation, sample(operation.input(), Shape.Member::required));
    }

    private static List<Access> accesses(Operation operation, Structure input) {
        return operation.prepare(input, new CallOf(operation.action(), STORE)).access();
    }

    /** A call by alias where that tells something. */
    private static Structure everything(Operation operation) {
        Structure input = sample(operation.input(), _ -> true);
        boolean byAlias = stream(action(operation).path("conditionKeys"))
                .anyMatch(key -> key.asString().equals("kms:RequestAlias"));
        if (!byAlias) {
            return input;
        }
        Structure.Builder changed = Structure.builder(operation.input());
        input.members().forEach(changed::put);
        return changed.put("KeyId", "alias/app").build();
    }

    /** What the resource of an access is: of AWS's types of it, those whose ARNs look like this. */
    private static List<JsonNode> typesOf(Access access) {
        JsonNode ofService = REFERENCE.path(access.action().split(":")[0]).path("resourceTypes");
        return stream(action(access.action()).path("resourceTypes"))
                .map(type -> type.path("name").asString())
                .filter(name ->
                        arnOf(access.action(), name).matcher(access.resource()).matches())
                .map(ofService::path)
                .toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode action(Operation operation) {
        return action(operation.action());
    }

    private static JsonNode action(String action) {
        String[] parts = action.split(":");
        return REFERENCE.path(parts[0]).path("actions").path(parts[1]);
    }

    private static Pattern arnOf(String action, String type) {
        String format = REFERENCE
                .path(action.split(":")[0])
                .path("resourceTypes")
                .path(type)
                .path("arn")
                .asString();
        StringBuilder pattern = new StringBuilder();
        for (String literal : format.split("\\$\\{[A-Za-z]+}", -1)) {
            pattern.append(pattern.isEmpty() ? "" : ".+").append(Pattern.quote(literal));
        }
        return Pattern.compile(pattern.toString());
    }

    /** The members that are wanted, and whatever else names something. */
    private static Structure sample(StructureShape shape, Predicate<Shape.Member> wanted) {
        Structure.Builder input = Structure.builder(shape);
        for (Shape.Member member : shape.members()) {
            if (wanted.test(member) || NAMES.containsKey(member.name())) {
                sample(member.name(), member.shape(), wanted).ifPresent(value -> input.put(member.name(), value));
            }
        }
        return input.build();
    }

    private static Optional<Document> sample(String name, Shape shape, Predicate<Shape.Member> wanted) {
        return switch (shape) {
            case Shape.TextShape _ -> Optional.of(new Text(NAMES.getOrDefault(name, "x")));
            case ListShape list -> sample(name, list.item(), wanted).map(item -> new Listing(List.of(item)));
            case StructureShape nested -> Optional.of(sample(nested, wanted));
            case MapShape _ -> Optional.of(new Structure(Map.of("Owner", new Text("me"))));
            case FlagShape _ -> Optional.of(new Flag(true));
            default -> Optional.empty();
        };
    }

    private record CallOf(String action, History history) implements Call {

        @Override
        public CallContext context() {
            return new CallContext(
                    "request-1",
                    Instant.EPOCH,
                    WHERE,
                    Principal.root(WHERE.account(), new AccessKeyId("AKIAIOSFODNN7EXAMPLE"), "aws"),
                    "test",
                    "Test",
                    true,
                    "127.0.0.1",
                    "",
                    "localhost",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        @Override
        public Decision decide(Access access) {
            return new Decision.Allowed();
        }

        @Override
        public <I, S> S load(EntityType<I, S> type, I id) {
            return history.load(type, id);
        }
    }

    private static History store() {
        return new History()
                .append(Instant.EPOCH, keysAndParameters(), List.of())
                .append(Instant.EPOCH, IamOfEveryKind.named("x", WHERE.account(), NAMES.get("PolicyArn")), List.of());
    }

    /** A key, its alias and a parameter. */
    private static List<Event> keysAndParameters() {
        KeyId keyId = new KeyId(NAMES.get("KeyId"));
        ParameterName parameter = new ParameterName("/x");
        return List.of(
                new KeyCreated(
                        WHERE,
                        keyId,
                        new KeyMaterialId("0".repeat(64)),
                        KeyManager.CUSTOMER,
                        "",
                        Map.of("Owner", "me"),
                        Optional.empty()),
                new AliasCreated(WHERE, new AliasName("alias/app"), keyId),
                new GrantCreated(
                        WHERE,
                        keyId,
                        NAMES.get("GrantId"),
                        Optional.empty(),
                        new GrantPrincipal("arn:aws:iam::123456789012:root", "123456789012"),
                        Optional.empty(),
                        WHERE.account(),
                        List.of("Encrypt"),
                        Map.of("Owner", "me"),
                        Map.of()),
                new ParameterVersionPut(
                        WHERE,
                        parameter,
                        1,
                        ParameterType.STRING,
                        "data-key",
                        Bytes.copyOf(new byte[1]),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "Standard",
                        "text",
                        "arn:aws:iam::123456789012:root"),
                new ParameterTagged(WHERE, parameter, Map.of("Owner", "me")));
    }

    private static JsonNode reference() {
        try (InputStream file = Objects.requireNonNull(
                ServiceAuthorizationTest.class.getResourceAsStream("service-authorization.json"))) {
            return new JsonMapper().readTree(file.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
