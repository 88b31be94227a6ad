package io.attestore.server.model.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.attestore.contract.document.Structure;
import io.attestore.contract.model.ErrorModel;
import io.attestore.contract.operation.AwsFault;
import io.attestore.door.http.HttpResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.protocols.json.JsonOperationMetadata;
import software.amazon.awssdk.protocols.rpcv2.SmithyRpcV2CborProtocolFactory;

/** Every error that the models list for an operation is what the SDK throws, with its code, its message and the rest. */
class FaultsReadByTheSdkTest {

    private static final String MESSAGE = "No <such> \"Ünicode\" & 𝄞";

    /** Which the model has marked as deprecated, and the SDK has no more. */
    private static final Set<String> UNKNOWN_TO_THE_SDK = Set.of("KmsKeyDisabledException");

    static Stream<Arguments> errors() {
        return Arrays.stream(SdkService.values()).flatMap(FaultsReadByTheSdkTest::errors);
    }

    static Stream<Arguments> errorsInCbor() {
        return Arrays.stream(SdkService.values())
                .filter(service -> service.cbor().isPresent())
                .flatMap(FaultsReadByTheSdkTest::errors);
    }

    /** Each with the first operation that may answer it. */
    private static Stream<Arguments> errors(SdkService service) {
        Map<String, Arguments> errors = new TreeMap<>();
        service.operations()
                .forEach(operation -> operation.errors().stream()
                        .filter(error -> !UNKNOWN_TO_THE_SDK.contains(error.name()))
                        .forEach(error -> errors.putIfAbsent(
                                error.name(), Arguments.of(service, operation.name(), error.name()))));
        return errors.values().stream();
    }

    @ParameterizedTest
    @MethodSource("errors")
    void the_sdk_throws_what_was_refused(SdkService service, String operation, String error) {
        AwsFault fault = fault(service, error);
        service.http().set(service.protocol().fault(fault, "request-1"));

        AwsServiceException thrown = catchThrowableOfType(AwsServiceException.class, () -> service.call(operation));

        assertThat(plain(thrown.getClass().getSimpleName())).isEqualTo(plain(error));
        assertTells(thrown, fault);
        assertThat(SdkValues.of((SdkPojo) thrown)).isEqualTo(SdkValues.of(fault.details()));
    }

    @ParameterizedTest
    @MethodSource("errorsInCbor")
    void the_sdk_reads_what_was_refused_in_cbor(SdkService service, String operation, String error) throws Exception {
        AwsFault fault = fault(service, error);
        HttpResponse answer = service.cbor().orElseThrow().fault(fault, "request-1");

        AwsServiceException read = SmithyRpcV2CborProtocolFactory.builder()
                .defaultServiceExceptionSupplier(() -> (SdkPojo) AwsServiceException.builder())
                .build()
                .createErrorResponseHandler(JsonOperationMetadata.builder().build())
                .handle(CannedAnswer.asSdk(answer), new ExecutionAttributes());

        assertTells(read, fault);
    }

    private static AwsFault fault(SdkService service, String name) {
        ErrorModel error = service.model().errors().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        Structure.Builder details = Structure.builder();
        error.members().members().stream()
                .filter(member -> !member.name().equalsIgnoreCase("message"))
                .forEach(member -> details.put(member.name(), Sample.FULL.document(member.shape())));
        return new AwsFault(error.code(), MESSAGE, error.status()).with(details.build());
    }

    private static void assertTells(AwsServiceException thrown, AwsFault fault) {
        assertThat(thrown.awsErrorDetails().errorCode()).isEqualTo(fault.code());
        assertThat(thrown.awsErrorDetails().errorMessage()).isEqualTo(fault.text());
        assertThat(thrown.statusCode()).isEqualTo(fault.status());
        assertThat(thrown.requestId()).isEqualTo("request-1");
    }

    /** The SDK ends all names alike, and writes abbreviations otherwise: KMSInternalException is KmsInternalException. */
    private static String plain(String name) {
        return name.replaceFirst("(Exception|Fault)$", "").toLowerCase(Locale.ROOT);
    }
}
