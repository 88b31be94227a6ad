package io.attestore.command.ssm.parameter.subject;

import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.Call;
import io.attestore.entities.ssm.parameter.NameViolation;
import io.attestore.entities.ssm.parameter.NewParameterName;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.entities.ssm.parameter.ParameterFaults;
import io.attestore.entities.ssm.parameter.ParameterNameFaults;
import io.attestore.entities.ssm.parameter.ParameterReference;
import io.attestore.entities.ssm.parameter.ParameterVersion;

/** The parameter, and its version, that an operation changes. It is named by its name alone, never by an ARN. */
public final class ExistingParameter {

    private ExistingParameter() {}

    /** @throws AwsFault if the text is no name, or nothing has it */
    public static Parameter.Present named(String text, Call call) {
        ParameterReference reference = reference(text, call);
        return switch (call.load(Parameter.TYPE, reference.id())) {
            case Parameter.Absent absent -> throw ParameterFaults.parameterNotFound();
            case Parameter.Present present -> present;
        };
    }

    /**
     * What a text names, whether it is there or not.
     *
     * @throws AwsFault if the text is no name, or one under {@code /aws/}, which only AWS could have put
     */
    public static ParameterReference reference(String text, Call call) {
        return switch (ParameterReference.parseName(text, call.where())) {
            case ParameterReference.Understood(ParameterReference reference) -> {
                NewParameterName.violation(reference.name())
                        .filter(NameViolation.RESERVED_AWS_PATH::equals)
                        .ifPresent(violation -> {
                            throw ParameterNameFaults.unusableName(
                                    violation, reference.name().value());
                        });
                yield reference;
            }
            case ParameterReference.Rejected(NameViolation violation) ->
                throw ParameterNameFaults.unreadableName(violation, text.strip());
        };
    }

    /** @throws AwsFault if the parameter has no version of this number */
    public static ParameterVersion version(Parameter.Present parameter, long number) {
        return parameter
                .version(number)
                .orElseThrow(() -> ParameterFaults.versionNotFound(parameter.name(), Long.toString(number)));
    }
}
