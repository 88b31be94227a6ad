package io.attestore.audit.record;

import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.AliasName;
import io.attestore.events.id.Arn;
import io.attestore.events.id.KeyId;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.ParameterName;

/**
 * A resource that an event is about.
 *
 * @param type AWS's name of the type; real records of GetParameters leave it out, ours never do
 * @param name what LookupEvents shows: a parameter's name, a key's ARN, an alias
 */
public record RecordResource(String type, Arn arn, String name) {

    public static final String PARAMETER = "AWS::SSM::Parameter";
    public static final String KEY = "AWS::KMS::Key";
    public static final String ALIAS = "AWS::KMS::Alias";

    public static RecordResource parameter(AccountRegion where, ParameterName name) {
        return new RecordResource(PARAMETER, ParameterId.of(where, name).arn(), name.value());
    }

    public static RecordResource key(AccountRegion where, KeyId id) {
        return key(id.arn(where));
    }

    public static RecordResource alias(AccountRegion where, AliasName alias) {
        return new RecordResource(ALIAS, alias.arn(where), alias.value());
    }

    static RecordResource key(Arn arn) {
        return new RecordResource(KEY, arn, arn.value());
    }
}
