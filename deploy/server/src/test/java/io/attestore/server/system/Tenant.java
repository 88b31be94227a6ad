package io.attestore.server.system;

import io.attestore.server.client.AttestoreClient;
import io.attestore.server.client.ClientCredentials;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * The root of one account in one Region with the AWS SDK. Its clients never retry, so that each call is one request, and
 * give up soon.
 */
final class Tenant {

    private static final Duration CALL_TIME_LIMIT = Duration.ofSeconds(20);

    private final URI endpoint;
    private final String account;
    private final String accessKey;
    private final String secretKey;
    private final String region;
    private final SsmClient ssm;
    private final KmsClient kms;
    private final StsClient sts;
    private final CloudTrailClient cloudTrail;
    private final IamClient iam;

    Tenant(URI endpoint, String account, String accessKey, String secretKey, String region) {
        this.endpoint = endpoint;
        this.account = account;
        this.accessKey = accessKey;
        this.secretKey = secretKey;
        this.region = region;
        this.ssm = client(SsmClient.builder());
        this.kms = client(KmsClient.builder());
        this.sts = client(StsClient.builder());
        this.cloudTrail = client(CloudTrailClient.builder());
        this.iam = client(IamClient.builder());
    }

    /** The same account in another Region. */
    Tenant in(String otherRegion) {
        return new Tenant(endpoint, account, accessKey, secretKey, otherRegion);
    }

    URI endpoint() {
        return endpoint;
    }

    String account() {
        return account;
    }

    String accessKey() {
        return accessKey;
    }

    String secretKey() {
        return secretKey;
    }

    String region() {
        return region;
    }

    SsmClient ssm() {
        return ssm;
    }

    KmsClient kms() {
        return kms;
    }

    StsClient sts() {
        return sts;
    }

    CloudTrailClient cloudTrail() {
        return cloudTrail;
    }

    IamClient iam() {
        return iam;
    }

    /** A client for what AWS has not; the caller closes it. */
    AttestoreClient attestore() {
        return new AttestoreClient(
                endpoint, new ClientCredentials(accessKey, secretKey, Optional.empty(), region), Clock.systemUTC());
    }

    /** Whoever has this access key of the same account. */
    Tenant as(AccessKey key) {
        return new Tenant(endpoint, account, key.accessKeyId(), key.secretAccessKey(), region);
    }

    /** A new user of the account, without any permission yet. */
    Tenant newUser(String name) {
        iam.createUser(request -> request.userName(name));
        return as(iam.createAccessKey(request -> request.userName(name)).accessKey());
    }

    /** The ARN of something of this account in this Region. */
    String arn(String service, String resource) {
        String partition = Region.of(region).metadata().partition().id();
        return "arn:" + partition + ":" + service + ":" + region + ":" + account + ":" + resource;
    }

    <C, B extends AwsClientBuilder<B, C>> C client(B builder) {
        return client(builder, credentials(accessKey, secretKey));
    }

    /** A client that says it is somebody else. */
    <C, B extends AwsClientBuilder<B, C>> C client(B builder, AwsCredentialsProvider credentials) {
        return client(builder, credentials, configuration -> {});
    }

    /** A client whose requests are tampered with before they are signed. */
    <C, B extends AwsClientBuilder<B, C>> C client(B builder, ExecutionInterceptor interceptor) {
        return client(
                builder,
                credentials(accessKey, secretKey),
                configuration -> configuration.addExecutionInterceptor(interceptor));
    }

    static AwsCredentialsProvider credentials(String accessKey, String secretKey) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey));
    }

    private <C, B extends AwsClientBuilder<B, C>> C client(
            B builder, AwsCredentialsProvider credentials, Consumer<ClientOverrideConfiguration.Builder> more) {
        return builder.endpointOverride(endpoint)
                .region(Region.of(region))
                .credentialsProvider(credentials)
                .overrideConfiguration(configuration -> {
                    configuration.retryStrategy(AwsRetryStrategy.doNotRetry()).apiCallTimeout(CALL_TIME_LIMIT);
                    more.accept(configuration);
                })
                .build();
    }
}
