package io.attestore.server.model.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.model.OperationModel;
import io.attestore.door.protocol.CborProtocol;
import io.attestore.door.protocol.WireProtocol;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.protocols.json.JsonOperationMetadata;
import software.amazon.awssdk.protocols.rpcv2.SmithyRpcV2CborProtocolFactory;

/** Every output of every operation that the models know comes back from the SDK as it was written. */
class AnswersReadByTheSdkTest {

    static Stream<Arguments> outputs() {
        return Arrays.stream(SdkService.values()).flatMap(AnswersReadByTheSdkTest::outputs);
    }

    static Stream<Arguments> outputsInCbor() {
        return Arrays.stream(SdkService.values())
                .filter(service -> service.cbor().isPresent())
                .flatMap(AnswersReadByTheSdkTest::outputs);
    }

    private static Stream<Arguments> outputs(SdkService service) {
        return service.operations()
                .flatMap(operation ->
                        Arrays.stream(Sample.values()).map(sample -> Arguments.of(service, operation.name(), sample)));
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void an_answer_comes_back_as_it_was_written(SdkService service, String name, Sample sample) throws Throwable {
        OperationModel operation = service.model().operation(name).orElseThrow();
        var output = sample.structure(operation.output());
        WireProtocol protocol = service.protocol();
        service.http().set(protocol.answer(name, operation.output(), output, "request-1"));

        SdkPojo response = service.call(name);

        assertThat(SdkValues.of(response)).isEqualTo(SdkValues.of(output));
        assertThat(((AwsResponse) response).responseMetadata().requestId()).isEqualTo("request-1");
    }

    @ParameterizedTest
    @MethodSource("outputsInCbor")
    void an_answer_in_cbor_comes_back_as_it_was_written(SdkService service, String name, Sample sample)
            throws Exception {
        OperationModel operation = service.model().operation(name).orElseThrow();
        var output = sample.structure(operation.output());
        CborProtocol protocol = service.cbor().orElseThrow();
        var answer = protocol.answer(name, operation.output(), output, "request-1");

        AwsResponse response = SmithyRpcV2CborProtocolFactory.builder()
                .build()
                .<AwsResponse>createResponseHandler(
                        JsonOperationMetadata.builder()
                                .isPayloadJson(true)
                                .hasStreamingSuccessResponse(false)
                                .build(),
                        () -> service.responseBuilder(name))
                .handle(CannedAnswer.asSdk(answer), new ExecutionAttributes());

        assertThat(SdkValues.of((SdkPojo) response)).isEqualTo(SdkValues.of(output));
        assertThat(response.responseMetadata().requestId()).isEqualTo("request-1");
    }
}
