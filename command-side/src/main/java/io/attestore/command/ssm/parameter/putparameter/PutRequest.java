package io.attestore.command.ssm.parameter.putparameter;

import io.attestore.command.ssm.parameter.policies.ParameterPolicy;
import io.attestore.command.ssm.parameter.policies.PolicyReading;
import io.attestore.contract.document.Structure;
import io.attestore.entities.ssm.parameter.NameViolation;
import io.attestore.entities.ssm.parameter.NewParameterName;
import io.attestore.entities.ssm.parameter.ParameterNameFaults;
import io.attestore.entities.ssm.parameter.ParameterReference;
import io.attestore.entities.ssm.tag.ParameterTags;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterName;
import io.attestore.events.parameter.ParameterType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked for, checked as far as it can be without knowing what is there. The value is not in it.
 *
 * @param allowedPattern an empty text takes away the pattern of the version before
 * @param policies what replaces the policies so far, perhaps by none; empty leaves them as they are
 */
record PutRequest(
        ParameterName name,
        Optional<ParameterType> type,
        boolean overwrite,
        Optional<String> keyId,
        Optional<String> description,
        Optional<String> allowedPattern,
        Optional<DataType> dataType,
        Optional<RequestedTier> tier,
        Optional<List<ParameterPolicy>> policies,
        Map<String, String> newTags) {

    static PutRequest of(Structure input, AccountRegion where) {
        ParameterName name = name(input.text("Name"), where);
        boolean overwrite = input.flag("Overwrite");
        if (overwrite && !input.structures("Tags").isEmpty()) {
            throw PutParameterFaults.tagsWithOverwrite();
        }
        Optional<ParameterType> type = input.optionalText("Type").flatMap(ParameterType::ofWireName);
        return new PutRequest(
                name,
                type,
                overwrite,
                input.optionalText("KeyId"),
                input.optionalText("Description"),
                input.optionalText("AllowedPattern"),
                input.optionalText("DataType").filter(text -> !text.isEmpty()).map(DataType::named),
                input.optionalText("Tier").map(RequestedTier::ofWireName),
                input.optionalText("Policies").map(PolicyReading::read),
                ParameterTags.read(input.structures("Tags")));
    }

    /** Whether the parameter is to have policies that it may not have had. */
    boolean putsPolicies() {
        return policies.filter(some -> !some.isEmpty()).isPresent();
    }

    private static ParameterName name(String text, AccountRegion where) {
        return switch (ParameterReference.parseName(text, where)) {
            case ParameterReference.Rejected(NameViolation violation) ->
                throw ParameterNameFaults.unusableName(violation, text.strip());
            case ParameterReference.Understood(ParameterReference reference) -> {
                NewParameterName.violation(reference.name()).ifPresent(violation -> {
                    throw ParameterNameFaults.unusableName(
                            violation, reference.name().value());
                });
                yield reference.name();
            }
        };
    }
}
