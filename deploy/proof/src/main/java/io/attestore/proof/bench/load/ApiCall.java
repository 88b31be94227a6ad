package io.attestore.proof.bench.load;

/** The operations that are measured, with the signing name of their service and their {@code X-Amz-Target}. */
public enum ApiCall {
    PUT_PARAMETER("ssm", "AmazonSSM.PutParameter"),
    GET_PARAMETER("ssm", "AmazonSSM.GetParameter"),
    GET_PARAMETERS_BY_PATH("ssm", "AmazonSSM.GetParametersByPath"),
    CREATE_KEY("kms", "TrentService.CreateKey"),
    ENCRYPT("kms", "TrentService.Encrypt"),
    DECRYPT("kms", "TrentService.Decrypt"),
    GENERATE_DATA_KEY("kms", "TrentService.GenerateDataKey"),
    LOOKUP_EVENTS("cloudtrail", "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents");

    private final String service;
    private final String target;

    ApiCall(String service, String target) {
        this.service = service;
        this.target = target;
    }

    String service() {
        return service;
    }

    String target() {
        return target;
    }

    /** This operation in a Region. */
    public Route in(String region) {
        return new Route(region, this);
    }

    /** What a request is signed for. */
    public record Route(String region, ApiCall call) {}
}
