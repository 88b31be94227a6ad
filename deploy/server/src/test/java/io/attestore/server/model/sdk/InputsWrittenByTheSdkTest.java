package io.attestore.server.model.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.document.Shape.StructureShape;
import io.attestore.contract.document.Structure;
import java.net.URI;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.ClientEndpointProvider;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.client.config.SdkClientConfiguration;
import software.amazon.awssdk.core.client.config.SdkClientOption;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.protocols.core.OperationInfo;
import software.amazon.awssdk.protocols.json.BaseAwsJsonProtocolFactory;
import software.amazon.awssdk.protocols.rpcv2.SmithyRpcV2CborProtocolFactory;

/** Every input of every operation that the models know is read as the SDK was given it. */
class InputsWrittenByTheSdkTest {

    static Stream<Arguments> inputs() {
        return Arrays.stream(SdkService.values()).flatMap(InputsWrittenByTheSdkTest::inputs);
    }

    static Stream<Arguments> inputsInCbor() {
        return Arrays.stream(SdkService.values())
                .filter(service -> service.cbor().isPresent())
                .flatMap(InputsWrittenByTheSdkTest::inputs);
    }

    private static Stream<Arguments> inputs(SdkService service) {
        return service.operations()
                .flatMap(operation ->
                        Arrays.stream(Sample.values()).map(sample -> Arguments.of(service, operation.name(), sample)));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void an_input_is_read_as_the_sdk_was_given_it(SdkService service, String operation, Sample sample)
            throws Throwable {
        StructureShape shape =
                service.model().operation(operation).orElseThrow().input();
        Structure input = sample.structure(shape);
        service.http().set(service.protocol().answer(operation, shape, Structure.EMPTY, "request-1"));

        service.call(operation, SdkService.built(SdkInput.fill(service.requestBuilder(operation), input)));

        assertThat(SdkValues.of(service.protocol().read(service.http().sent(), shape)))
                .isEqualTo(SdkValues.of(input));
    }

    @ParameterizedTest
    @MethodSource("inputsInCbor")
    void an_input_in_cbor_is_read_as_the_sdk_was_given_it(SdkService service, String operation, Sample sample) {
        StructureShape shape =
                service.model().operation(operation).orElseThrow().input();
        Structure input = sample.structure(shape);
        SdkPojo request = (SdkPojo) SdkService.built(SdkInput.fill(service.requestBuilder(operation), input));

        SdkHttpFullRequest written = SmithyRpcV2CborProtocolFactory.builder()
                .clientConfiguration(SdkClientConfiguration.builder()
                        .option(
                                SdkClientOption.CLIENT_ENDPOINT_PROVIDER,
                                ClientEndpointProvider.forEndpointOverride(URI.create("http://localhost")))
                        .build())
                .build()
                .createProtocolMarshaller(OperationInfo.builder()
                        .httpMethod(SdkHttpMethod.POST)
                        .requestUri("/service/" + service + "/operation/" + operation)
                        .hasImplicitPayloadMembers(true)
                        .hasPayloadMembers(true)
                        .putAdditionalMetadata(BaseAwsJsonProtocolFactory.GENERATES_BODY, true)
                        .build())
                .marshall(request);

        byte[] body = written.contentStreamProvider()
                .map(content -> CannedAnswer.bytes(content.newStream()))
                .orElseGet(() -> new byte[0]);
        assertThat(SdkValues.of(service.cbor().orElseThrow().read(body, shape))).isEqualTo(SdkValues.of(input));
    }
}
