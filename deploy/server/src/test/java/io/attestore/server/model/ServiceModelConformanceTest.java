package io.attestore.server.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.model.OperationModel;
import io.attestore.contract.model.ServiceMetadata;
import io.attestore.contract.model.ServiceModel;
import io.attestore.contract.model.ServiceModels;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.OperationCatalogue;
import io.attestore.server.RunningServer;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What our operations take and give is what the services' models say. Where it is not, there is a reason. */
class ServiceModelConformanceTest {

    static List<Operation> operations() {
        return RunningServer.shared().bean(OperationCatalogue.class).all().stream()
                .sorted(Comparator.comparing(Operation::qualifiedName))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_input_is_as_in_the_model(Operation operation) {
        assertThat(ShapeDifferences.ofInput(
                        operation.qualifiedName(),
                        operation.input(),
                        model(operation).input()))
                .containsExactlyInAnyOrderElementsOf(DeliberateDifferences.within(operation.qualifiedName()));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_output_has_nothing_that_the_model_has_not(Operation operation) {
        assertThat(ShapeDifferences.ofOutput(
                        operation.qualifiedName(),
                        operation.output(),
                        model(operation).output()))
                .isEmpty();
    }

    @Test
    void each_deliberate_difference_is_of_an_operation_that_is_offered() {
        Stream<String> offered = operations().stream().map(Operation::qualifiedName);

        assertThat(offered).containsAll(DeliberateDifferences.operations());
    }

    @ParameterizedTest
    @EnumSource
    void a_service_is_addressed_as_in_its_model(AwsService service) {
        ServiceMetadata metadata = model(service).metadata();

        assertThat(service.apiVersion()).isEqualTo(metadata.apiVersion());
        switch (service.protocol()) {
            case JSON_1_1 -> {
                assertThat(metadata.protocols()).contains("json");
                assertThat(metadata.jsonVersion()).contains("1.1");
                assertThat(metadata.targetPrefix()).contains(service.targetPrefix());
                assertThat(metadata.targetPrefix())
                        .hasValueSatisfying(
                                name -> assertThat(service.isNamedInPath(name)).isTrue());
            }
            case QUERY -> assertThat(metadata.protocols()).contains("query");
        }
    }

    @Test
    void every_operation_of_ours_alone_is_offered() {
        assertThat(operations())
                .filteredOn(operation -> operation.service() == AwsService.ATTESTORE)
                .extracting(Operation::name)
                .containsExactlyElementsOf(model(AwsService.ATTESTORE).operations().stream()
                        .map(OperationModel::name)
                        .toList());
    }

    private static OperationModel model(Operation operation) {
        return model(operation.service()).operation(operation.name()).orElseThrow();
    }

    private static ServiceModel model(AwsService service) {
        return ServiceModels.of(service.signingName());
    }
}
