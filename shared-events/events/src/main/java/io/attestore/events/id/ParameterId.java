package io.attestore.events.id;

/** One parameter of one namespace. Ids of the two spellings {@code x} and {@code /x} are equal: they hold the path. */
public record ParameterId(AccountRegion where, String path) {

    public static ParameterId of(AccountRegion where, ParameterName name) {
        return new ParameterId(where, name.path());
    }

    /** The parameter's ARN, e.g. {@code arn:aws:ssm:eu-west-1:123456789012:parameter/prod/db}. */
    public Arn arn() {
        return where.arn("ssm", "parameter" + path);
    }
}
