package io.attestore.server.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.document.Document;
import io.attestore.contract.document.Document.Listing;
import io.attestore.contract.document.Document.Text;
import io.attestore.contract.document.Shape;
import io.attestore.contract.document.Shape.ListShape;
import io.attestore.contract.document.Shape.StructureShape;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Access;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Decision;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.OperationCatalogue;
import io.attestore.contract.state.EntityType;
import io.attestore.events.call.CallContext;
import io.attestore.events.call.Principal;
import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.Region;
import io.attestore.server.RunningServer;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
    private static final Map<String, String> NAMES = Map.of(
            "KeyId", "1234abcd-12ab-34cd-56ef-1234567890ab",
            "TargetKeyId", "1234abcd-12ab-34cd-56ef-1234567890ab",
            "AliasName", "alias/app",
            "ResourceArn", "arn:aws:ssm:eu-west-1:123456789012:parameter/x",
            "ResourceType", "Parameter",
            "SettingId", "/ssm/parameter-store/high-throughput-enabled",
            "Path", "/x");

    /** Writes by IAM's access levels, though they change nothing. */
    private static final Set<String> USES_OF_A_KEY = Set.of("kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey");

    /** An ssm:DescribeParameters in AWS names no resource; its policies are written for this account's. */
    private static final Set<String> NAMES_A_RESOURCE_THAT_AWS_DOES_NOT_LIST = Set.of("ssm:DescribeParameters");

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
            JsonNode types = action(access.action()).path("resourceTypes");
            if (access.resource().equals(Access.ANY)
                    || NAMES_A_RESOURCE_THAT_AWS_DOES_NOT_LIST.contains(access.action())) {
                continue;
            }
            assertThat(StreamSupport.stream(types.spliterator(), false)
                            .map(type -> type.path("name").asString())
                            .map(name -> arnOf(access.action(), name)))
                    .as(access.action() + " on " + access.resource())
                    .anyMatch(pattern -> pattern.matcher(access.resource()).matches());
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_action_that_needs_a_resource_is_asked_for_one(Operation operation) {
        boolean needed = StreamSupport.stream(
                        action(operation).path("resourceTypes").spliterator(), false)
                .anyMatch(type -> type.path("required").asBoolean());

        if (needed) {
            assertThat(accesses(operation))
                    .filteredOn(access -> access.action().equals(operation.action()))
                    .extracting(Access::resource)
                    .isNotEmpty()
                    .doesNotContain(Access.ANY);
        }
    }

    private static List<Access> accesses(Operation operation) {
        return operation
                .prepare(sample(operation.input()), new CallOf(operation.action()))
                .access();
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

    /** What is required, and whatever else names something. */
    private static Structure sample(StructureShape shape) {
        Structure.Builder input = Structure.builder(shape);
        for (Shape.Member member : shape.members()) {
            if (member.required() || NAMES.containsKey(member.name())) {
                sample(member.name(), member.shape()).ifPresent(value -> input.put(member.name(), value));
            }
        }
        return input.build();
    }

    private static Optional<Document> sample(String name, Shape shape) {
        return switch (shape) {
            case Shape.TextShape _ -> Optional.of(new Text(NAMES.getOrDefault(name, "x")));
            case ListShape list -> sample(name, list.item()).map(item -> new Listing(List.of(item)));
            case StructureShape nested -> Optional.of(sample(nested));
            default -> Optional.empty();
        };
    }

    /** In a store in which nothing has happened. */
    private record CallOf(String action) implements Call {

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
            return new Decision.Allowed("a test");
        }

        @Override
        public <I, S> S load(EntityType<I, S> type, I id) {
            return type.initial().apply(id);
        }
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
