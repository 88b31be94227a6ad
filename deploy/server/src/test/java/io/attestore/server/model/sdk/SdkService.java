package io.attestore.server.model.sdk;

import io.attestore.contract.model.OperationModel;
import io.attestore.contract.model.ServiceModel;
import io.attestore.contract.model.ServiceModels;
import io.attestore.contract.operation.AwsService;
import io.attestore.door.protocol.CborProtocol;
import io.attestore.door.protocol.WireProtocol;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.utils.builder.Buildable;

/** A service as its model and the SDK know it, with a client to whom whatever is called is answered as a test says. */
enum SdkService {
    CLOUDTRAIL("cloudtrail", AwsService.CLOUDTRAIL, http -> client(CloudTrailClient.builder(), http)),
    IAM("iam", AwsService.STS, http -> client(IamClient.builder(), http)),
    KMS("kms", AwsService.KMS, http -> client(KmsClient.builder(), http)),
    SECRETS_MANAGER("secretsmanager", AwsService.SSM, http -> client(SecretsManagerClient.builder(), http)),
    SSM("ssm", AwsService.SSM, http -> client(SsmClient.builder(), http)),
    STS("sts", AwsService.STS, http -> client(StsClient.builder(), http));

    private final String signingName;
    private final AwsService writtenLike;
    private final CannedAnswer http = new CannedAnswer();
    private final SdkClient client;

    /** @param writtenLike the service itself or, while it is not offered, one whose answers are written the same */
    SdkService(String signingName, AwsService writtenLike, Function<CannedAnswer, SdkClient> client) {
        this.signingName = signingName;
        this.writtenLike = writtenLike;
        this.client = client.apply(http);
    }

    CannedAnswer http() {
        return http;
    }

    ServiceModel model() {
        return ServiceModels.of(signingName);
    }

    WireProtocol protocol() {
        return WireProtocol.of(writtenLike);
    }

    /** Empty if the service has no JSON, either. */
    Optional<CborProtocol> cbor() {
        return writtenLike.protocol() == AwsService.Protocol.JSON_1_1
                ? Optional.of(CborProtocol.of(writtenLike))
                : Optional.empty();
    }

    Stream<OperationModel> operations() {
        return model().operations().stream();
    }

    /** What a call without any parameter returns, or throws. */
    SdkPojo call(String operation) throws Throwable {
        return call(operation, built(requestBuilder(operation)));
    }

    SdkPojo call(String operation, Object request) throws Throwable {
        try {
            return (SdkPojo) method(operation).invoke(client, request);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    /** A new builder of an operation's request. */
    SdkPojo requestBuilder(String operation) {
        return builder(method(operation).getParameterTypes()[0]);
    }

    /** A new builder of an operation's response. */
    SdkPojo responseBuilder(String operation) {
        return builder(method(operation).getReturnType());
    }

    static Object built(SdkPojo builder) {
        return ((Buildable) builder).build();
    }

    private static SdkPojo builder(Class<?> built) {
        try {
            return (SdkPojo) built.getMethod("builder").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(built.getName(), e);
        }
    }

    /** The SDK writes abbreviations in names otherwise: GetMFADevice is getMfaDevice. */
    private Method method(String operation) {
        List<Method> named = Arrays.stream(client.getClass().getMethods())
                .filter(method -> method.getName().equalsIgnoreCase(operation))
                .filter(method -> method.getParameterCount() == 1
                        && SdkRequest.class.isAssignableFrom(method.getParameterTypes()[0]))
                .filter(method -> !method.isBridge())
                .toList();
        if (named.size() != 1) {
            throw new AssertionError("The SDK has " + named + " for " + operation);
        }
        named.getFirst().setAccessible(true);
        return named.getFirst();
    }

    private static <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C extends SdkClient> C client(
            B builder, CannedAnswer http) {
        return builder.httpClient(http)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIAEXAMPLE", "s")))
                .overrideConfiguration(more -> more.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }
}
