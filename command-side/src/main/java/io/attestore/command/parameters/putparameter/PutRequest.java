package io.attestore.command.parameters.putparameter;

import io.attestore.door.document.Structure;
import io.attestore.door.fault.AwsFault;
import io.attestore.door.fault.SsmFaults;
import io.attestore.entities.parameter.NameViolation;
import io.attestore.entities.parameter.NewParameterName;
import io.attestore.entities.parameter.ParameterReference;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterName;
import io.attestore.events.parameter.ParameterType;
import java.util.Optional;

/**
 * What is asked for, checked as far as it can be without knowing what is there. The value is not in it.
 *
 * @param allowedPattern an empty text takes away the pattern of the version before
 */
record PutRequest(
        ParameterName name,
        Optional<ParameterType> type,
        boolean overwrite,
        Optional<String> keyId,
        Optional<String> description,
        Optional<String> allowedPattern,
        Optional<String> dataType) {

    static PutRequest of(Structure input, AccountRegion where) {
        ParameterName name = name(input.text("Name"), where);
        requireOffered(input);
        Optional<ParameterType> type = input.optionalText("Type").flatMap(ParameterType::ofWireName);
        return new PutRequest(
                name,
                type,
                input.flag("Overwrite"),
                input.optionalText("KeyId"),
                input.optionalText("Description"),
                input.optionalText("AllowedPattern"),
                input.optionalText("DataType").filter(text -> !text.isEmpty()));
    }

    private static ParameterName name(String text, AccountRegion where) {
        return switch (ParameterReference.parseName(text, where)) {
            case ParameterReference.Rejected(NameViolation violation) ->
                throw SsmFaults.unusableName(violation, text.strip());
            case ParameterReference.Understood(ParameterReference reference) -> {
                NewParameterName.violation(reference.name()).ifPresent(violation -> {
                    throw SsmFaults.unusableName(violation, reference.name().value());
                });
                yield reference.name();
            }
        };
    }

    private static void requireOffered(Structure input) {
        if (!input.structures("Tags").isEmpty()) {
            throw input.flag("Overwrite") ? SsmFaults.tagsWithOverwrite() : SsmFaults.notOffered("Tags are");
        }
        if (input.has("Policies")) {
            throw SsmFaults.notOffered("Parameter policies are");
        }
        if (input.optionalText("Tier").equals(Optional.of("Advanced"))) {
            throw SsmFaults.notOffered("The Advanced tier is");
        }
        input.optionalText("DataType").ifPresent(PutRequest::requireOfferedDataType);
    }

    private static void requireOfferedDataType(String dataType) {
        Optional<AwsFault> fault = switch (dataType) {
            case "", "text" -> Optional.empty();
            case "aws:ec2:image", "aws:ssm:integration" ->
                Optional.of(SsmFaults.notOffered("The data type " + dataType + " is"));
            default -> Optional.of(SsmFaults.unknownDataType(dataType));
        };
        fault.ifPresent(refusal -> {
            throw refusal;
        });
    }
}
