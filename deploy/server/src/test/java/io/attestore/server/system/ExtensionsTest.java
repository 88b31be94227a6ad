package io.attestore.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.OperationCatalogue;
import io.attestore.server.RunningServer;
import io.attestore.server.client.AttestoreClient;
import io.attestore.server.client.AttestoreClient.Answer;
import io.attestore.server.client.CallLine;
import io.attestore.server.client.ClientCredentials;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttributeKey;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import software.amazon.awssdk.services.ssm.model.ParameterVersionNotFoundException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What AWS has not, by AWS's protocol: called as a user does, and recorded like everything else. */
class ExtensionsTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static RunningServer server;
    private static AttestoreClient extensions;
    private static SsmClient ssm;

    @BeforeAll
    static void start() {
        server = RunningServer.start(Map.of("attestore.parameters.restore-window", "30d"));
        Map<String, String> environment = server.environment();
        extensions = new AttestoreClient(
                server.endpoint(),
                new ClientCredentials(
                        environment.get("AWS_ACCESS_KEY_ID"),
                        environment.get("AWS_SECRET_ACCESS_KEY"),
                        Optional.empty(),
                        "eu-west-1"),
                Clock.systemUTC());
        ssm = server.client(SsmClient.builder());
    }

    @AfterAll
    static void stop() {
        ssm.close();
        extensions.close();
        server.close();
    }

    @Test
    void one_leaked_version_is_destroyed_and_the_others_stay() {
        put("/leak", "one");
        put("/leak", "two");

        JsonNode answer = answered("DestroyParameterVersion", "{\"Name\":\"/leak\",\"Version\":2}");

        assertThat(answer.path("DestroyedDataKeyId").asString()).startsWith("ssm/");
        assertThatThrownBy(() -> get("/leak"))
                .isInstanceOf(ParameterVersionNotFoundException.class)
                .hasMessageContaining("could not find version 2 of /leak");
        assertThatThrownBy(() -> get("/leak:2")).isInstanceOf(ParameterVersionNotFoundException.class);
        assertThat(get("/leak:1")).isEqualTo("one");
        put("/leak", "three");
        assertThat(get("/leak")).isEqualTo("three");
    }

    @Test
    void a_deleted_parameter_is_restored_with_its_versions() {
        put("/restored", "one");
        put("/restored", "two");
        ssm.deleteParameter(request -> request.name("/restored"));
        assertThatThrownBy(() -> get("/restored")).isInstanceOf(ParameterNotFoundException.class);

        JsonNode answer = answered("RestoreParameter", "{\"Name\":\"/restored\"}");

        assertThat(answer.path("Version").asInt()).isEqualTo(2);
        assertThat(get("/restored")).isEqualTo("two");
        assertThat(get("/restored:1")).isEqualTo("one");
        assertThat(ssm.getParametersByPath(request -> request.path("/").recursive(true))
                        .parameters())
                .anyMatch(parameter -> parameter.name().equals("/restored"));
    }

    @Test
    void what_is_destroyed_stays_destroyed() {
        put("/destroyed", "one");
        ssm.deleteParameter(request -> request.name("/destroyed"));

        answered("DestroyDeletedParameter", "{\"Name\":\"/destroyed\"}");

        Answer refused = extensions.call("RestoreParameter", "{\"Name\":\"/destroyed\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(JSON.readTree(refused.body()).path("__type").asString()).isEqualTo("ParameterNotFound");
    }

    @Test
    void the_inventory_is_as_it_was_at_a_position_and_at_a_moment() throws Exception {
        put("/as-of/a", "one");
        put("/as-of/b", "one");
        long position = answered("DescribeInventory", "{}").path("Position").asLong();
        Thread.sleep(1_100);
        long moment = Clock.systemUTC().instant().getEpochSecond();
        Thread.sleep(1_100);
        put("/as-of/a", "two");
        ssm.deleteParameter(request -> request.name("/as-of/b"));
        put("/as-of/c", "one");

        assertThat(inventory("\"AsOfPosition\":" + position)).containsExactly("/as-of/a 1", "/as-of/b 1");
        assertThat(inventory("\"AsOfTime\":" + moment)).containsExactly("/as-of/a 1", "/as-of/b 1");
        assertThat(inventory("")).containsExactly("/as-of/a 2", "/as-of/c 1");
        assertThat(extensions
                        .call("DescribeInventory", "{\"AsOfTime\":4102444800}")
                        .status())
                .isEqualTo(400);
    }

    /** Page by page, one parameter each. */
    private static List<String> inventory(String asOf) {
        List<String> found = new ArrayList<>();
        String token = "";
        do {
            List<String> members = Stream.of(asOf, token, "\"MaxResults\":1")
                    .filter(member -> !member.isEmpty())
                    .toList();
            JsonNode page = answered("DescribeInventory", "{" + String.join(",", members) + "}");
            assertThat(page.toString()).doesNotContain("\"Value\"");
            page.path("Parameters")
                    .forEach(one -> found.add(one.path("Name").asString() + " "
                            + one.path("Version").asLong()));
            String next = page.path("NextToken").asString("");
            token = next.isEmpty() ? "" : "\"NextToken\":\"" + next + "\"";
        } while (!token.isEmpty());
        return found.stream().filter(line -> line.startsWith("/as-of/")).toList();
    }

    @Test
    void every_extension_is_recorded_under_its_name_and_found_by_its_parameter() {
        put("/recorded", "one");
        put("/recorded", "two");
        answered("DestroyParameterVersion", "{\"Name\":\"/recorded\",\"Version\":1}");
        ssm.deleteParameter(request -> request.name("/recorded"));
        answered("RestoreParameter", "{\"Name\":\"/recorded\"}");
        ssm.deleteParameter(request -> request.name("/recorded"));
        answered("DestroyDeletedParameter", "{\"Name\":\"/recorded\"}");
        extensions.call("RestoreParameter", "{\"Name\":\"/recorded\"}");

        assertThat(recordsOf("/recorded"))
                .filteredOn(record -> record.path("eventSource").asString().equals("attestore"))
                .extracting(record -> record.path("eventName").asString() + " "
                        + record.path("errorCode").asString(""))
                .containsExactlyInAnyOrder(
                        "DestroyParameterVersion ",
                        "RestoreParameter ",
                        "DestroyDeletedParameter ",
                        "RestoreParameter ParameterNotFound");
    }

    @Test
    void every_extension_is_in_the_help_of_the_command_that_calls_it() {
        assertThat(server.bean(OperationCatalogue.class).all())
                .filteredOn(operation -> operation.qualifiedName().startsWith("attestore."))
                .extracting(Operation::name)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(CallLine.HELP).contains(name));
    }

    @Test
    void the_command_prints_the_answer_and_tells_a_refusal_by_its_exit_code() {
        put("/command", "one");
        List<String> out = new ArrayList<>();
        List<String> err = new ArrayList<>();
        Map<String, String> environment = server.environment();

        int done = CallLine.run(
                List.of("DestroyParameterVersion", "{\"Name\":\"/none\",\"Version\":1}"),
                environment,
                out::add,
                err::add);

        assertThat(done).isEqualTo(1);
        assertThat(out).isEmpty();
        assertThat(err).singleElement().asString().contains("ParameterNotFound");
    }

    private static JsonNode answered(String operation, String input) {
        Answer answer = extensions.call(operation, input);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static void put(String name, String value) {
        ssm.putParameter(request -> request.name(name)
                .value(value)
                .type(ParameterType.SECURE_STRING)
                .overwrite(true));
    }

    private static String get(String name) {
        return ssm.getParameter(request -> request.name(name).withDecryption(true))
                .parameter()
                .value();
    }

    private static List<JsonNode> recordsOf(String parameter) {
        try (CloudTrailClient cloudTrail = server.client(CloudTrailClient.builder())) {
            return cloudTrail
                    .lookupEvents(request -> request.lookupAttributes(attribute -> attribute
                            .attributeKey(LookupAttributeKey.RESOURCE_NAME)
                            .attributeValue(parameter)))
                    .events()
                    .stream()
                    .map(event -> JSON.readTree(event.cloudTrailEvent()))
                    .toList();
        }
    }
}
