package io.attestore.audit.record;

import static io.attestore.audit.fixture.Calls.KEY;
import static io.attestore.audit.fixture.Calls.WHERE;
import static io.attestore.audit.fixture.Calls.reading;
import static io.attestore.audit.fixture.Calls.writing;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.audit.fixture.Calls;
import io.attestore.audit.fixture.MemoryLog;
import io.attestore.events.Event;
import io.attestore.events.call.CallAnswered;
import io.attestore.events.call.CallContext;
import io.attestore.events.call.CallRefused;
import io.attestore.events.call.Principal;
import io.attestore.events.call.RefusalsNotRecorded;
import io.attestore.events.call.RefusalsNotRecorded.Count;
import io.attestore.events.id.AliasName;
import io.attestore.events.id.KeyMaterialId;
import io.attestore.events.id.ParameterName;
import io.attestore.events.key.AliasCreated;
import io.attestore.events.key.KeyCreated;
import io.attestore.events.key.KeyManager;
import io.attestore.events.key.KeyMaterialRotated;
import io.attestore.events.key.KeyMaterialRotated.RotationType;
import io.attestore.events.key.KeyUseRefused;
import io.attestore.events.key.KeyUsed;
import io.attestore.events.parameter.ParameterCreated;
import io.attestore.events.parameter.ParameterDeleted;
import io.attestore.events.parameter.ParameterMadeAdvanced;
import io.attestore.events.parameter.ParameterPoliciesPut;
import io.attestore.events.parameter.ParameterRead;
import io.attestore.events.parameter.ParameterRead.Disclosure;
import io.attestore.events.parameter.ParameterTagged;
import io.attestore.events.parameter.ParameterType;
import io.attestore.events.parameter.ParameterUntagged;
import io.attestore.events.parameter.ParameterVersionLabelled;
import io.attestore.events.parameter.ParameterVersionUnlabelled;
import io.attestore.events.setting.ServiceSettingUpdated;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The records of each kind of call, word for word: {@code src/test/resources/records/CASE/records.json}. */
class CloudTrailRecordsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final KeyMaterialId OLD_MATERIAL = new KeyMaterialId("a".repeat(64));
    private static final KeyMaterialId NEW_MATERIAL = new KeyMaterialId("b".repeat(64));
    private static final AliasName SSM_ALIAS = new AliasName("alias/aws/ssm");

    private record Case(String name, CallContext context, Event... events) {}

    @TestFactory
    Stream<DynamicTest> records_are_what_cloud_trail_would_write() {
        return cases().map(example -> DynamicTest.dynamicTest(example.name(), () -> {
            CallContext context = Calls.named("6f1b2c3d-0000-4000-8000-000000000001", example.context());
            var records = CloudTrailRecords.of(new MemoryLog().append(context, example.events()));
            List<JsonNode> nodes = records.stream()
                    .map(CloudTrailRecord::json)
                    .map(JSON::readTree)
                    .toList();
            assertThat(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(nodes))
                    .isEqualToNormalizingNewlines(golden(example.name()));
        }));
    }

    private static Stream<Case> cases() {
        return Stream.of(
                new Case(
                        "GetParameter",
                        reading("ssm", "GetParameter", "{\"name\":\"/prod/db/host\"}"),
                        new ParameterRead(
                                WHERE,
                                List.of(new Disclosure(new ParameterName("/prod/db/host"), 7, ParameterType.STRING)),
                                false)),
                new Case(
                        "GetParameter-with-decryption",
                        Calls.getParameter("/prod/db/password"),
                        Calls.disclosed("/prod/db/password"),
                        Calls.keyUsed("Decrypt", "/prod/db/password")),
                new Case(
                        "GetParameters",
                        reading("ssm", "GetParameters", "{\"names\":[\"/a\",\"/missing\"],\"withDecryption\":true}"),
                        Calls.disclosed("/a"),
                        Calls.keyUsed("Decrypt", "/a")),
                new Case(
                        "GetParametersByPath",
                        Calls.by(
                                Calls.SESSION,
                                reading(
                                        "ssm",
                                        "GetParametersByPath",
                                        "{\"path\":\"/prod\",\"recursive\":true,\"withDecryption\":true}")),
                        Calls.disclosed("/prod/a", "/prod/b"),
                        Calls.keyUsed("Decrypt", "/prod/a", "/prod/b")),
                new Case(
                        "PutParameter-first-use-of-aws-ssm",
                        writing(
                                "ssm",
                                "PutParameter",
                                "{\"name\":\"/prod/db/password\",\"value\":\"HIDDEN_DUE_TO_SECURITY_REASONS\","
                                        + "\"type\":\"SecureString\"}",
                                "{\"version\":1,\"tier\":\"Standard\"}"),
                        new KeyCreated(
                                WHERE,
                                KEY,
                                OLD_MATERIAL,
                                KeyManager.AWS,
                                "Default key that protects my SSM parameters when no other key is defined",
                                Map.of(),
                                Optional.empty()),
                        new AliasCreated(WHERE, SSM_ALIAS, KEY),
                        Calls.keyUsed("Encrypt", "/prod/db/password"),
                        new ParameterCreated(
                                WHERE, new ParameterName("/prod/db/password"), ParameterType.SECURE_STRING),
                        Calls.put("/prod/db/password", 1)),
                new Case(
                        "PutParameter-advanced",
                        writing(
                                "ssm",
                                "PutParameter",
                                "{\"name\":\"/prod/db/password\",\"value\":\"HIDDEN_DUE_TO_SECURITY_REASONS\","
                                        + "\"type\":\"SecureString\",\"tier\":\"Advanced\",\"tags\":[{\"key\":\"owner\","
                                        + "\"value\":\"ops\"}]}",
                                "{\"version\":1,\"tier\":\"Advanced\"}"),
                        new ParameterCreated(
                                WHERE, new ParameterName("/prod/db/password"), ParameterType.SECURE_STRING),
                        new ParameterMadeAdvanced(WHERE, new ParameterName("/prod/db/password")),
                        Calls.put("/prod/db/password", 1),
                        new ParameterPoliciesPut(WHERE, new ParameterName("/prod/db/password"), 1, List.of()),
                        new ParameterTagged(WHERE, new ParameterName("/prod/db/password"), Map.of("owner", "ops")),
                        Calls.keyUsed("GenerateDataKey", "/prod/db/password")),
                new Case(
                        "UpdateServiceSetting",
                        writing(
                                "ssm",
                                "UpdateServiceSetting",
                                "{\"settingId\":\"/ssm/parameter-store/default-parameter-tier\","
                                        + "\"settingValue\":\"Advanced\"}",
                                "null"),
                        new ServiceSettingUpdated(
                                WHERE,
                                "/ssm/parameter-store/default-parameter-tier",
                                "Advanced",
                                "arn:aws:iam::123456789012:root")),
                new Case(
                        "DeleteParameters",
                        Calls.by(
                                Calls.ALICE,
                                writing(
                                        "ssm",
                                        "DeleteParameters",
                                        "{\"names\":[\"/a\",\"b\",\"/none\"]}",
                                        "{\"deletedParameters\":[\"/a\",\"b\"],\"invalidParameters\":[\"/none\"]}")),
                        new ParameterDeleted(WHERE, new ParameterName("/a"), List.of("data-key-1")),
                        new ParameterDeleted(WHERE, new ParameterName("b"), List.of("data-key-2"))),
                new Case(
                        "LabelParameterVersion",
                        writing(
                                "ssm",
                                "LabelParameterVersion",
                                "{\"name\":\"/prod/db/host\",\"labels\":[\"green\",\"1st\"]}",
                                "{\"invalidLabels\":[\"1st\"],\"parameterVersion\":7}"),
                        new ParameterVersionLabelled(WHERE, new ParameterName("/prod/db/host"), 7, List.of("green"))),
                new Case(
                        "UnlabelParameterVersion",
                        writing(
                                "ssm",
                                "UnlabelParameterVersion",
                                "{\"name\":\"host\",\"parameterVersion\":7,\"labels\":[\"green\"]}",
                                "{\"removedLabels\":[\"green\"],\"invalidLabels\":[]}"),
                        new ParameterVersionUnlabelled(WHERE, new ParameterName("host"), 7, List.of("green"))),
                new Case(
                        "AddTagsToResource",
                        writing(
                                "ssm",
                                "AddTagsToResource",
                                "{\"resourceType\":\"Parameter\",\"resourceId\":\"/prod/db/host\","
                                        + "\"tags\":[{\"key\":\"owner\",\"value\":\"me\"}]}",
                                "{}"),
                        new ParameterTagged(WHERE, new ParameterName("/prod/db/host"), Map.of("owner", "me"))),
                new Case(
                        "RemoveTagsFromResource",
                        writing(
                                "ssm",
                                "RemoveTagsFromResource",
                                "{\"resourceType\":\"Parameter\",\"resourceId\":\"/prod/db/host\",\"tagKeys\":[\"owner\"]}",
                                "{}"),
                        new ParameterUntagged(WHERE, new ParameterName("/prod/db/host"), List.of("owner"))),
                new Case(
                        "ListTagsForResource-InvalidResourceId",
                        reading(
                                "ssm",
                                "ListTagsForResource",
                                "{\"resourceType\":\"Parameter\",\"resourceId\":\"/none\"}"),
                        new CallRefused("InvalidResourceId", "")),
                new Case(
                        "DescribeParameters",
                        reading(
                                "ssm",
                                "DescribeParameters",
                                "{\"parameterFilters\":[{\"key\":\"Name\",\"option\":\"BeginsWith\",\"values\":[\"/prod\"]}],"
                                        + "\"maxResults\":50}"),
                        new CallAnswered()),
                new Case(
                        "Decrypt-by-the-caller",
                        reading(
                                "kms",
                                "Decrypt",
                                "{\"encryptionAlgorithm\":\"SYMMETRIC_DEFAULT\",\"encryptionContext\":{\"a\":\"b\"}}"),
                        new KeyUsed(WHERE, KEY, "Decrypt", List.of(Map.of("a", "b")))),
                new Case(
                        "RotateKeyOnDemand",
                        writing(
                                "kms",
                                "RotateKeyOnDemand",
                                "{\"keyId\":\"" + KEY + "\"}",
                                "{\"keyId\":\"" + KEY.arn(WHERE) + "\"}"),
                        new KeyMaterialRotated(WHERE, KEY, OLD_MATERIAL, NEW_MATERIAL, RotationType.ON_DEMAND)),
                new Case(
                        "GetCallerIdentity-without-tls",
                        Calls.withoutTls(Calls.context(
                                WHERE,
                                Calls.ROOT,
                                Calls.AT,
                                "sts",
                                "GetCallerIdentity",
                                true,
                                Optional.empty(),
                                Optional.empty())),
                        new CallAnswered()),
                new Case(
                        "GetParameter-ParameterNotFound",
                        reading("ssm", "GetParameter", "{\"name\":\"/prod/none:3\"}"),
                        new CallRefused("ParameterNotFound", "")),
                new Case(
                        "GetParameter-AccessDenied",
                        Calls.by(Calls.ALICE, Calls.getParameter("arn:aws:ssm:eu-central-1:123456789012:parameter/x")),
                        new CallRefused("AccessDeniedException", "User: alice is not authorized")),
                new Case(
                        "GetParameter-disabled-key",
                        Calls.getParameter("/prod/db/password"),
                        new KeyUseRefused(
                                WHERE,
                                KEY,
                                "Decrypt",
                                Calls.parameterContext("/prod/db/password"),
                                "DisabledException",
                                KEY.arn(WHERE) + " is disabled."),
                        new CallRefused("InvalidKeyId", KEY.arn(WHERE) + " is disabled. (Service: AWSKMS)")));
    }

    @Test
    void a_decryption_that_the_read_tells_of_has_the_record_of_a_use_of_the_key() {
        CallContext call = Calls.getParameter("/a");
        var told = CloudTrailRecords.of(new MemoryLog().append(call, Calls.decrypted("/a", "/b")));
        var used = CloudTrailRecords.of(
                new MemoryLog().append(call, Calls.disclosed("/a", "/b"), Calls.keyUsed("Decrypt", "/a", "/b")));

        assertThat(told).usingRecursiveComparison().ignoringFields("eventId").isEqualTo(used);
        assertThat(told.stream().map(CloudTrailRecord::eventId)).doesNotHaveDuplicates();
    }

    @Test
    void the_same_events_give_the_same_records() {
        var events = new MemoryLog()
                .append(Calls.getParameter("/a"), Calls.disclosed("/a"), Calls.keyUsed("Decrypt", "/a", "/b"));

        assertThat(CloudTrailRecords.of(events)).isEqualTo(CloudTrailRecords.of(events));
        assertThat(CloudTrailRecords.of(events).stream().map(CloudTrailRecord::eventId))
                .doesNotHaveDuplicates();
    }

    @Test
    void events_that_no_call_caused_have_no_record() {
        var log = new MemoryLog();
        log.appendForeign(Calls.AT, new CallAnswered(), Map.of());

        assertThat(CloudTrailRecords.of(log.read(0, 1))).isEmpty();
    }

    @Test
    void refusals_without_a_record_of_their_own_are_the_services_own_event() {
        CallContext context = Calls.by(
                Principal.service("attestore", WHERE.account(), "aws"),
                writing("attestore", "RefusalsNotRecorded", "{}", "{}"));
        var counts = List.of(
                new Count("ssm.amazonaws.com", "GetParameter", "ParameterNotFound", 994_000),
                new Count("kms.amazonaws.com", "Decrypt", "DisabledException", 2));

        JsonNode record = record(
                context,
                new RefusalsNotRecorded(
                        Instant.parse("2026-11-30T12:00:01Z"), Instant.parse("2026-11-30T12:00:59Z"), counts, 3));

        assertThat(record.path("eventType").asString()).isEqualTo("AwsServiceEvent");
        assertThat(record.at("/userIdentity/invokedBy").asString()).isEqualTo("attestore");
        assertThat(record.path("errorCode").isMissingNode()).isTrue();
        assertThat(record.path("serviceEventDetails").toString())
                .isEqualTo("{\"from\":\"2026-11-30T12:00:01Z\",\"until\":\"2026-11-30T12:00:59Z\",\"refusals\":["
                        + "{\"eventSource\":\"ssm.amazonaws.com\",\"eventName\":\"GetParameter\","
                        + "\"errorCode\":\"ParameterNotFound\",\"count\":994000},"
                        + "{\"eventSource\":\"kms.amazonaws.com\",\"eventName\":\"Decrypt\","
                        + "\"errorCode\":\"DisabledException\",\"count\":2}],\"others\":3}");
    }

    @Test
    void an_element_beyond_its_limit_says_that_it_was_left_out() {
        String tooLong = "{\"name\":\"" + "x".repeat(RecordJson.ELEMENT_BYTES_MAX) + "\"}";
        JsonNode record = record(reading("ssm", "GetParameter", tooLong), new CallAnswered());

        assertThat(record.get("requestParameters").get("omitted").asBoolean()).isTrue();
        assertThat(record.get("requestParameters").get("originalSize").asInt()).isEqualTo(tooLong.length());
        assertThat(record.get("eventName").asString()).isEqualTo("GetParameter");
    }

    @Test
    void an_element_within_its_limit_is_whole() {
        String fits = "{\"name\":\"" + "x".repeat(RecordJson.ELEMENT_BYTES_MAX - 11) + "\"}";
        JsonNode record = record(reading("ssm", "GetParameter", fits), new CallAnswered());

        assertThat(record.get("requestParameters").toString()).isEqualTo(fits);
    }

    @Test
    void a_record_is_at_most256_kilobytes_and_keeps_who_did_what_to_which() {
        String[] names = Stream.iterate(0, i -> i + 1)
                .limit(60)
                .map(i -> "/" + "p".repeat(1000) + i)
                .toArray(String[]::new);
        String large = "{\"text\":\"" + "x".repeat(RecordJson.ELEMENT_BYTES_MAX - 100) + "\"}";
        JsonNode record = record(writing("ssm", "PutParameter", large, large), Calls.disclosed(names));

        assertThat(record.toString().getBytes(StandardCharsets.UTF_8).length)
                .isLessThanOrEqualTo(RecordJson.RECORD_BYTES_MAX);
        assertThat(record.get("responseElements").has("omitted")).isTrue();
        assertThat(record.get("requestParameters").has("omitted")).isFalse();
        assertThat(record.get("resources").size()).isEqualTo(60);
    }

    @Test
    void an_error_message_is_cut_at_one_kilobyte_between_characters() {
        JsonNode record = record(
                reading("ssm", "GetParameter", "{}"), new CallRefused("ValidationException", "é".repeat(600) + "x"));

        assertThat(record.get("errorMessage").asString()).isEqualTo("é".repeat(512));
    }

    @Test
    void names_that_cannot_be_parameters_are_no_resources() {
        JsonNode record = record(
                reading("ssm", "GetParameters", "{\"names\":[\"/a b\",\"arn:aws:s3:::bucket\",\"\",\"/ok\"]}"),
                new CallRefused("ValidationException", "Invalid"));

        assertThat(record.get("resources").size()).isEqualTo(1);
        assertThat(record.get("resources").get(0).get("ARN").asString()).endsWith(":parameter/ok");
    }

    @Test
    void an_alias_and_a_key_of_a_request_are_resources() {
        JsonNode record = record(
                writing("kms", "CreateAlias", "{\"aliasName\":\"alias/app\",\"targetKeyId\":\"" + KEY + "\"}", "{}"),
                new CallRefused("AlreadyExistsException", "An alias with that name exists"));

        assertThat(record.get("resources").findValuesAsString("type"))
                .containsExactly(RecordResource.ALIAS, RecordResource.KEY);
        assertThat(record.get("responseElements").isNull()).isTrue();
    }

    private static JsonNode record(CallContext context, Event... events) {
        var records = CloudTrailRecords.of(new MemoryLog().append(context, events));
        return JSON.readTree(records.getFirst().json());
    }

    private static String golden(String name) throws IOException {
        try (InputStream file = CloudTrailRecordsTest.class.getResourceAsStream("/records/" + name + "/records.json")) {
            assertThat(file).as("golden file of %s", name).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        }
    }
}
