package io.attestore.contract.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.contract.document.Shape;
import io.attestore.contract.document.Shape.DecimalShape;
import io.attestore.contract.document.Shape.ListShape;
import io.attestore.contract.document.Shape.MapShape;
import io.attestore.contract.document.Shape.Member;
import io.attestore.contract.document.Shape.Recording;
import io.attestore.contract.document.Shape.SecretBlobShape;
import io.attestore.contract.document.Shape.SecretTextShape;
import io.attestore.contract.document.Shape.StructureShape;
import io.attestore.contract.document.Shape.TextShape;
import io.attestore.contract.document.Shape.WholeShape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ServiceModelTest {

    static List<String> services() {
        return ServiceModels.SERVICES;
    }

    static List<String> servicesOfAws() {
        return services().stream()
                .filter(service -> !service.equals("attestore"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("services")
    void every_shape_and_error_of_a_service_can_be_made(String service) {
        ServiceModel model = ServiceModels.of(service);

        assertThat(AllShapes.of(model)).isNotEmpty();
        assertThat(model.operations())
                .isNotEmpty()
                .allSatisfy(operation -> assertThat(model.errors()).containsAll(operation.errors()));
        assertThat(model.metadata().signingName()).isEqualTo(service);
    }

    @Test
    void a_model_is_read_once() {
        assertThat(ServiceModels.of("kms")).isSameAs(ServiceModels.of("kms"));
        assertThatThrownBy(() -> ServiceModels.of("../kms")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_service_tells_how_it_is_addressed() {
        assertThat(ServiceModels.of("ssm").metadata())
                .isEqualTo(new ServiceMetadata(
                        "2014-11-06",
                        "SSM",
                        "ssm",
                        List.of("json"),
                        Optional.of("1.1"),
                        Optional.of("AmazonSSM"),
                        Optional.empty()));
        assertThat(ServiceModels.of("iam").metadata().xmlNamespace())
                .contains("https://iam.amazonaws.com/doc/2010-05-08/");
    }

    @Test
    void of_systems_manager_only_parameter_store_is_there() {
        ServiceModel ssm = ServiceModels.of("ssm");

        assertThat(ssm.operations()).hasSize(19);
        assertThat(ssm.operation("SendCommand")).isEmpty();
    }

    @Test
    void an_input_has_limits_and_hides_what_is_sensitive() {
        StructureShape input = operation("ssm", "PutParameter").input();

        assertThat(member(input, "Name")).isEqualTo(new Member("Name", Shape.text(1, 2048), true, Recording.SHOWN));
        assertThat(member(input, "Value"))
                .isEqualTo(new Member("Value", Shape.secretText(0, Integer.MAX_VALUE), true, Recording.HIDDEN));
        assertThat(member(input, "Type").shape()).isEqualTo(Shape.oneOf("String", "StringList", "SecureString"));
        assertThat(((TextShape) member(input, "KeyId").shape())
                        .pattern()
                        .orElseThrow()
                        .pattern())
                .isEqualTo("^([a-zA-Z0-9:/_-]+)$");
    }

    @Test
    void a_secret_text_is_limited_in_characters_and_a_secret_blob_in_bytes() {
        StructureShape input = operation("secretsmanager", "CreateSecret").input();

        assertThat(member(input, "SecretString").shape()).isEqualTo(Shape.secretText(1, 65_536));
        assertThat(member(input, "SecretBinary").shape()).isEqualTo(Shape.secretBlob(1, 65_536));
        assertThat(operation("secretsmanager", "CreateSecret").idempotencyToken())
                .contains("ClientRequestToken");
    }

    @Test
    void maps_hold_lists_and_numbers() {
        MapShape stages =
                (MapShape) member(operation("secretsmanager", "DescribeSecret").output(), "VersionIdsToStages")
                        .shape();
        MapShape summary =
                (MapShape) member(operation("iam", "GetAccountSummary").output(), "SummaryMap")
                        .shape();

        assertThat(stages.value()).isInstanceOf(ListShape.class);
        assertThat(summary.value()).isInstanceOf(WholeShape.class);
        assertThat(AllShapes.of(ServiceModels.of("cloudtrail"))).hasAtLeastOneElementOfType(DecimalShape.class);
    }

    @Test
    void errors_have_the_code_and_the_status_of_the_wire() {
        assertThat(errors("iam", "GetUser")).containsEntry("NoSuchEntity", 404).containsEntry("ServiceFailure", 500);
        assertThat(errors("ssm", "GetParameter"))
                .containsEntry("ParameterNotFound", 400)
                .containsEntry("InternalServerError", 500);
    }

    @Test
    void only_what_makes_credentials_of_a_token_from_elsewhere_needs_no_signature() {
        List<String> unsigned = services().stream()
                .flatMap(service -> ServiceModels.of(service).operations().stream())
                .filter(operation -> !operation.signed())
                .map(OperationModel::name)
                .toList();

        assertThat(unsigned).containsExactly("AssumeRoleWithSAML", "AssumeRoleWithWebIdentity");
    }

    @Test
    void answers_in_xml_have_their_wrapper() {
        assertThat(operation("sts", "GetCallerIdentity").resultWrapper()).contains("GetCallerIdentityResult");
        assertThat(operation("ssm", "GetParameter").resultWrapper()).isEmpty();
    }

    /** Counted in the files themselves: what is sensitive there is nowhere a String here. */
    @ParameterizedTest
    @MethodSource("servicesOfAws")
    void what_is_sensitive_is_secret_wherever_it_is_used(String service) throws IOException {
        ModelNode shapes = ModelReading.read(
                        service, resource(service + ".json").getBytes(StandardCharsets.UTF_8))
                .node("shapes");
        ModelShapes made = new ModelShapes(shapes);

        shapes.nodes().forEach((name, definition) -> {
            definition
                    .optionalNode("members")
                    .ifPresent(members -> members.nodes().forEach((member, reference) -> {
                        if (shapes.node(reference.text("shape")).flag("sensitive")) {
                            Member secret = member(made.structure(name), member);
                            assertThat(secret.recording()).isEqualTo(Recording.HIDDEN);
                            assertThat(secret.shape()).isInstanceOfAny(SecretTextShape.class, SecretBlobShape.class);
                        }
                    }));
        });
    }

    @ParameterizedTest
    @MethodSource("servicesOfAws")
    void each_file_tells_where_it_comes_from_as_the_notice_does(String service) throws IOException {
        ModelNode source = ModelReading.read(
                        service, resource(service + ".json").getBytes(StandardCharsets.UTF_8))
                .node("source");

        assertThat(source.text("file")).startsWith(service + "/");
        assertThat(source.text("sha256")).hasSize(64);
        assertThat(resource("NOTICE")).contains(service + ".json").contains("version " + source.text("botocore"));
    }

    private static Map<String, Integer> errors(String service, String name) {
        return operation(service, name).errors().stream()
                .collect(Collectors.toMap(ErrorModel::code, ErrorModel::status));
    }

    private static OperationModel operation(String service, String name) {
        return ServiceModels.of(service).operation(name).orElseThrow();
    }

    private static Member member(StructureShape structure, String name) {
        return structure.member(name).orElseThrow();
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = ServiceModels.class.getResourceAsStream(name)) {
            assertThat(stream).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
