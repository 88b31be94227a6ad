package io.attestore.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.server.AttestoreServer;
import io.attestore.server.RunningServer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the README tells a newcomer to type, typed: with the AWS CLI if this machine has one, and always with a stand-in
 * that makes the same calls.
 */
class AwsCliScenarioTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NAME = "/prod/db/password";
    private static final String VALUE = "S3cure!Pass";

    @TempDir
    Path folder;

    /** What runs where the README says {@code aws}. */
    enum CommandLineClient {
        AWS_CLI,
        STAND_IN
    }

    static Stream<CommandLineClient> commandLineClients() {
        boolean installed = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "aws")));
        return installed ? Stream.of(CommandLineClient.values()) : Stream.of(CommandLineClient.STAND_IN);
    }

    @ParameterizedTest
    @MethodSource("commandLineClients")
    void what_the_readme_tells_to_type_works(CommandLineClient client) throws Exception {
        List<String> lines = Readme.scenario("AwsCliScenarioTest");
        try (RunningServer server = RunningServer.start(Map.of())) {
            List<Shell.Ran> ran = run(lines, client, server);
            assertThat(parameter(ran, NAME + " --with-decryption").at("/Value").asString())
                    .isEqualTo(VALUE);
            assertThat(json(ran, "get-parameters-by-path")
                            .at("/Parameters/0/Value")
                            .asString())
                    .isEqualTo(VALUE);
            assertThat(only(ran, "./attestore verify").output()).contains("The record is whole.");
            assertOpensToNobodyElse(server, parameter(ran, "get-parameter --name " + NAME));
            assertToldOfEveryRead(json(ran, "lookup-events"));
        }
    }

    @ParameterizedTest
    @MethodSource("commandLineClients")
    void the_users_that_the_readme_makes_may_do_what_it_says(CommandLineClient client) throws Exception {
        List<String> lines = new ArrayList<>(List.of("eval \"$(./attestore env)\""));
        lines.addAll(Readme.scenario("AwsCliScenarioTest for users"));
        try (RunningServer server = RunningServer.start(Map.of())) {
            List<Shell.Ran> ran = run(lines, client, server);
            JsonNode key = json(ran, "create-access-key").at("/AccessKey");
            try (SsmClient root = ssm(server, server.credentials());
                    SsmClient payments = ssm(
                            server,
                            Tenant.credentials(
                                    key.at("/AccessKeyId").asString(),
                                    key.at("/SecretAccessKey").asString()))) {
                for (String name : List.of("/prod/payments/db", "/prod/other/db")) {
                    root.putParameter(put -> put.name(name).value(VALUE).type(ParameterType.SECURE_STRING));
                }
                assertThat(payments.getParameter(
                                        get -> get.name("/prod/payments/db").withDecryption(true))
                                .parameter()
                                .value())
                        .isEqualTo(VALUE);
                assertThatThrownBy(() -> payments.getParameter(get -> get.name("/prod/other/db")))
                        .hasMessageContaining("because no identity-based policy allows the ssm:GetParameter action");
                assertThatThrownBy(() -> payments.deleteParameter(delete -> delete.name("/prod/payments/db")))
                        .hasMessageContaining("because no identity-based policy allows the ssm:DeleteParameter action");
            }
        }
    }

    /** All of them, each with success. */
    private List<Shell.Ran> run(List<String> lines, CommandLineClient client, RunningServer server) throws Exception {
        List<Shell.Ran> ran = shell(client, server.data()).run(lines);
        assertThat(ran)
                .hasSize(lines.size())
                .allSatisfy(line -> assertThat(line.exitCode())
                        .as("%s%n%s", line.line(), line.errors())
                        .isZero());
        return ran;
    }

    private static SsmClient ssm(RunningServer server, AwsCredentialsProvider credentials) {
        return SsmClient.builder()
                .endpointOverride(server.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials)
                .build();
    }

    /** As the README says: under the key of Parameter Store nobody opens it but Parameter Store. */
    private static void assertOpensToNobodyElse(RunningServer server, JsonNode encrypted) {
        String arn = "arn:aws:ssm:us-east-1:123456789012:parameter/prod/db/password";
        assertThat(encrypted.at("/ARN").asString()).isEqualTo(arn);
        assertThat(encrypted.at("/Value").asString()).isNotEqualTo(VALUE);
        byte[] blob = Base64.getDecoder().decode(encrypted.at("/Value").asString());
        try (KmsClient kms = KmsClient.builder()
                .endpointOverride(server.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(server.credentials())
                .build()) {
            assertThatThrownBy(() -> kms.decrypt(request -> request.ciphertextBlob(SdkBytes.fromByteArray(blob))
                            .encryptionContext(Map.of("PARAMETER_ARN", arn))))
                    .hasMessageContaining("or you are not allowed to access");
        }
    }

    private static void assertToldOfEveryRead(JsonNode answer) {
        List<JsonNode> records = answer.at("/Events")
                .valueStream()
                .map(event -> JSON.readTree(event.at("/CloudTrailEvent").asString()))
                .toList();
        assertThat(records)
                .extracting(record -> record.at("/eventName").asString())
                .containsExactly("GetParametersByPath", "GetParameter", "GetParameter", "PutParameter");
        assertThat(records.get(1).at("/requestParameters/withDecryption").asBoolean())
                .isTrue();
        assertThat(records.get(2).at("/requestParameters").has("withDecryption")
                        && records.get(2)
                                .at("/requestParameters/withDecryption")
                                .asBoolean())
                .isFalse();
        assertThat(answer.toString()).doesNotContain(VALUE);
    }

    /** A shell whose {@code ./attestore} is the launcher's, with this build's classes where that would run the jar. */
    private Shell shell(CommandLineClient client, Path data) throws IOException {
        String path = System.getenv("PATH");
        Shell shell = new Shell(
                folder,
                Map.of(
                        "ATTESTORE_DATA", data.toString(),
                        "AWS_CONFIG_FILE", "/dev/null",
                        "AWS_SHARED_CREDENTIALS_FILE", "/dev/null",
                        "AWS_EC2_METADATA_DISABLED", "true",
                        "AWS_PAGER", "",
                        "PATH", client == CommandLineClient.STAND_IN ? folder + File.pathSeparator + path : path));
        if (client == CommandLineClient.STAND_IN) {
            shell.command("aws", JavaCommand.of(List.of("-Xshare:auto"), SdkCommandLine.class));
        }
        shell.command("verify", JavaCommand.of(List.of(), AttestoreServer.class, "verify", "--data=" + data));
        shell.command(
                "attestore",
                List.of("sh", "-c", """
                    case "$1" in verify) exec ./verify ;; *) exec "$0" "$@" ;; esac\
                    """, Readme.PROJECT.resolve("attestore").toString()));
        return shell;
    }

    private static JsonNode parameter(List<Shell.Ran> ran, String end) {
        return json(ran, end).at("/Parameter");
    }

    private static JsonNode json(List<Shell.Ran> ran, String part) {
        return JSON.readTree(only(ran, part).output());
    }

    /** The one line that ends so, or has this part in it. */
    private static Shell.Ran only(List<Shell.Ran> ran, String part) {
        List<Shell.Ran> ending =
                ran.stream().filter(each -> each.line().endsWith(part)).toList();
        List<Shell.Ran> found = ending.isEmpty()
                ? ran.stream().filter(each -> each.line().contains(part)).toList()
                : ending;
        assertThat(found).as(part).hasSize(1);
        return found.getFirst();
    }
}
