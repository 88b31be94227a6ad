package io.attestore.door.operation;

/** The services that this door speaks for, with the names that AWS's protocols, policies and records have for them. */
public enum AwsService {
    SSM("ssm", "AmazonSSM", Protocol.JSON_1_1, "2014-11-06"),
    KMS("kms", "TrentService", Protocol.JSON_1_1, "2014-11-01"),
    STS("sts", "AWSSecurityTokenServiceV20110615", Protocol.QUERY, "2011-06-15"),
    CLOUDTRAIL("cloudtrail", "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101", Protocol.JSON_1_1, "2013-11-01"),

    /** What this server offers and AWS does not, by AWS's protocol. */
    ATTESTORE("attestore", "Attestore_20261101", Protocol.JSON_1_1, "2026-11-01") {
        @Override
        public String eventSource() {
            return "attestore";
        }
    };

    /** How a service's requests and answers are written. */
    public enum Protocol {
        /** AWS JSON 1.1: POST /, X-Amz-Target names the operation. */
        JSON_1_1,
        /** AWS Query: a form with Action and Version in, XML out. */
        QUERY
    }

    private final String signingName;
    private final String targetPrefix;
    private final Protocol protocol;
    private final String apiVersion;

    AwsService(String signingName, String targetPrefix, Protocol protocol, String apiVersion) {
        this.signingName = signingName;
        this.targetPrefix = targetPrefix;
        this.protocol = protocol;
        this.apiVersion = apiVersion;
    }

    /** The name in credential scopes, IAM actions and ARNs. */
    public String signingName() {
        return signingName;
    }

    /** What stands before the dot in X-Amz-Target. */
    public String targetPrefix() {
        return targetPrefix;
    }

    public Protocol protocol() {
        return protocol;
    }

    public String apiVersion() {
        return apiVersion;
    }

    /** The name in CloudTrail's eventSource. */
    public String eventSource() {
        return signingName + ".amazonaws.com";
    }
}
