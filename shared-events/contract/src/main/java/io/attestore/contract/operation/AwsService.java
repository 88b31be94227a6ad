package io.attestore.contract.operation;

import io.attestore.events.id.Region;
import java.time.Duration;
import java.util.Optional;

/** The services that this door speaks for, with the names that AWS's protocols, policies and records have for them. */
public enum AwsService {
    SSM("ssm", "AmazonSSM", Protocol.JSON_1_1, "2014-11-06"),
    KMS("kms", "TrentService", Protocol.JSON_1_1, "2014-11-01"),
    STS("sts", "AWSSecurityTokenServiceV20110615", Protocol.QUERY, "2011-06-15"),
    IAM("iam", "AWSIdentityManagementV20100508", Protocol.QUERY, "2010-05-08"),
    CLOUDTRAIL("cloudtrail", "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101", Protocol.JSON_1_1, "2013-11-01"),

    /** What this server offers and AWS does not, by AWS's protocol. */
    ATTESTORE("attestore", "Attestore_20261101", Protocol.JSON_1_1, "2026-11-01") {
        @Override
        public String eventSource() {
            return "attestore";
        }

        @Override
        public String shapeNamespace() {
            return "io.attestore";
        }
    };

    /** How a service's requests and answers are written. */
    public enum Protocol {
        /** AWS JSON 1.1: POST /, X-Amz-Target names the operation. Or Smithy RPC v2 CBOR: the path names it. */
        JSON_1_1(Duration.ofMinutes(5)),
        /** AWS Query: a form, or a query string, with Action and Version in, XML out. */
        QUERY(Duration.ofMinutes(15));

        private final Duration clockSkewMax;

        Protocol(Duration clockSkewMax) {
            this.clockSkewMax = clockSkewMax;
        }

        /** By how much a client's clock may differ from this server's, edges included. */
        public Duration clockSkewMax() {
            return clockSkewMax;
        }

        /** The protocol of the service with this name in credential scopes; services not offered here speak Query. */
        public static Protocol ofSigningName(String signingName) {
            for (AwsService service : AwsService.values()) {
                if (service.signingName.equals(signingName)) {
                    return service.protocol;
                }
            }
            return QUERY;
        }
    }

    private final String signingName;
    private final String targetPrefix;
    private final String shortTargetPrefix;
    private final Protocol protocol;
    private final String apiVersion;

    AwsService(String signingName, String targetPrefix, Protocol protocol, String apiVersion) {
        this.signingName = signingName;
        this.targetPrefix = targetPrefix;
        this.shortTargetPrefix = targetPrefix.substring(targetPrefix.lastIndexOf('.') + 1);
        this.protocol = protocol;
        this.apiVersion = apiVersion;
    }

    /** The name in credential scopes, IAM actions and ARNs. */
    public String signingName() {
        return signingName;
    }

    /** What stands before the dot in X-Amz-Target, its namespace included. */
    public String targetPrefix() {
        return targetPrefix;
    }

    /**
     * The operation that an X-Amz-Target names; empty if the target is not of this service. Some SDKs leave out the
     * namespace of the prefix: {@code CloudTrail_20131101.LookupEvents}.
     */
    public Optional<String> operationOf(String target) {
        return after(targetPrefix, target).or(() -> after(shortTargetPrefix, target));
    }

    /** Whether the path of a call by Smithy RPC v2 names this service, by its shape alone or with its namespace. */
    public boolean isNamedInPath(String name) {
        return name.equals(shortTargetPrefix)
                || name.equals(targetPrefix)
                || name.equals(shapeNamespace() + "." + shortTargetPrefix);
    }

    /** The namespace of its shapes in Smithy's models, errors among them. */
    public String shapeNamespace() {
        return "com.amazonaws." + signingName;
    }

    public Protocol protocol() {
        return protocol;
    }

    public String apiVersion() {
        return apiVersion;
    }

    /**
     * The Region that a call's records are of: a service that is one for all Regions of a partition has its own there, from
     * wherever it is called.
     */
    public Region regionOf(Region called) {
        if (this != IAM) {
            return called;
        }
        return switch (called.partition()) {
            case "aws-cn" -> new Region("cn-north-1");
            case "aws-us-gov" -> new Region("us-gov-west-1");
            default -> new Region("us-east-1");
        };
    }

    /** The name in CloudTrail's eventSource. */
    public String eventSource() {
        return signingName + ".amazonaws.com";
    }

    private static Optional<String> after(String prefix, String target) {
        boolean named = target.startsWith(prefix) && target.startsWith(".", prefix.length());
        return named ? Optional.of(target.substring(prefix.length() + 1)) : Optional.empty();
    }
}
