package io.attestore.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttributeKey;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Spring Boot application that imports its configuration by Spring Cloud AWS, changed by properties alone. */
class SpringCloudAwsTest {

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Application {}

    private static final String IMPORT = "aws-parameterstore:/myapp/";
    private static final String PASSWORD = "the-password-of-the-application";

    @TempDir
    static Path folder;

    private static DeliveredServer server;

    @BeforeAll
    static void startServer() throws Exception {
        server = DeliveredServer.start(folder);
        try (SsmClient ssm = server.client(SsmClient.builder())) {
            put(ssm, "/myapp/greeting", "hello", ParameterType.STRING);
            put(ssm, "/myapp/hosts", "a.example.com,b.example.com", ParameterType.STRING_LIST);
            put(ssm, "/myapp/db/password", PASSWORD, ParameterType.SECURE_STRING);
            put(ssm, "/other/greeting", "good day", ParameterType.STRING);
        }
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Test
    void parameters_of_every_type_are_properties() {
        try (ConfigurableApplicationContext application = start(IMPORT)) {
            assertThat(application.getEnvironment().getProperty("greeting")).isEqualTo("hello");
            assertThat(application.getEnvironment().getProperty("hosts", String[].class))
                    .containsExactly("a.example.com", "b.example.com");
            assertThat(application.getEnvironment().getProperty("db.password")).isEqualTo(PASSWORD);
        }
    }

    @Test
    void more_than_a_page_of_parameters_is_imported() {
        try (SsmClient ssm = server.client(SsmClient.builder())) {
            for (int number = 0; number < 23; number++) {
                put(ssm, "/paged/number/n" + number, Integer.toString(number), ParameterType.SECURE_STRING);
            }
        }
        try (ConfigurableApplicationContext application = start("aws-parameterstore:/paged/")) {
            for (int number = 0; number < 23; number++) {
                assertThat(application.getEnvironment().getProperty("number.n" + number, Integer.class))
                        .isEqualTo(number);
            }
        }
    }

    @Test
    void a_prefix_keeps_two_imports_apart() {
        try (ConfigurableApplicationContext application =
                start(IMPORT + "?prefix=mine.", "aws-parameterstore:/other/?prefix=others.")) {
            assertThat(application.getEnvironment().getProperty("mine.greeting"))
                    .isEqualTo("hello");
            assertThat(application.getEnvironment().getProperty("mine.db.password"))
                    .isEqualTo(PASSWORD);
            assertThat(application.getEnvironment().getProperty("others.greeting"))
                    .isEqualTo("good day");
            assertThat(application.getEnvironment().containsProperty("greeting"))
                    .isFalse();
        }
    }

    @Test
    void an_import_that_is_refused_stops_the_application_unless_it_is_optional() {
        String wrong = "not-the-secret-key-of-anybody-at-all";

        assertThatThrownBy(() -> start(List.of(IMPORT), wrong).close())
                .hasStackTraceContaining("The request signature we calculated does not match");
        try (ConfigurableApplicationContext application = start(List.of("optional:" + IMPORT), wrong)) {
            assertThat(application.getEnvironment().containsProperty("greeting"))
                    .isFalse();
        }
    }

    @Test
    void the_import_is_on_record_with_all_that_it_disclosed() {
        start(IMPORT).close();

        JsonNode record = newestRecord();
        assertThat(record.at("/eventSource").asString()).isEqualTo("ssm.amazonaws.com");
        assertThat(record.at("/awsRegion").asString()).isEqualTo(DeliveredServer.REGION);
        assertThat(record.at("/requestParameters/path").asString()).isEqualTo("/myapp/");
        assertThat(record.at("/requestParameters/recursive").asBoolean()).isTrue();
        assertThat(record.at("/requestParameters/withDecryption").asBoolean()).isTrue();
        assertThat(record.at("/userIdentity/accessKeyId").asString()).isEqualTo(server.accessKey());
        assertThat(record.at("/userAgent").asString()).contains("spring-cloud-aws");
        assertThat(record.at("/additionalEventData/attestore:disclosed").toString())
                .contains("/myapp/greeting", "/myapp/hosts", "/myapp/db/password");
        assertThat(record.toString()).doesNotContain(PASSWORD);
    }

    private static ConfigurableApplicationContext start(String... imports) {
        return start(List.of(imports), server.secretKey());
    }

    private static ConfigurableApplicationContext start(List<String> imports, String secretKey) {
        return new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .run(
                        "--spring.config.import=" + String.join(",", imports),
                        "--spring.cloud.aws.endpoint=" + server.endpoint(),
                        "--spring.cloud.aws.region.static=" + DeliveredServer.REGION,
                        "--spring.cloud.aws.credentials.access-key=" + server.accessKey(),
                        "--spring.cloud.aws.credentials.secret-key=" + secretKey,
                        "--logging.level.root=error");
    }

    private static JsonNode newestRecord() {
        try (CloudTrailClient cloudTrail = server.client(CloudTrailClient.builder())) {
            return new JsonMapper()
                    .readTree(cloudTrail
                            .lookupEvents(request -> request.lookupAttributes(attribute -> attribute
                                    .attributeKey(LookupAttributeKey.EVENT_NAME)
                                    .attributeValue("GetParametersByPath")))
                            .events()
                            .getFirst()
                            .cloudTrailEvent());
        }
    }

    private static void put(SsmClient ssm, String name, String value, ParameterType type) {
        ssm.putParameter(request -> request.name(name).value(value).type(type));
    }
}
