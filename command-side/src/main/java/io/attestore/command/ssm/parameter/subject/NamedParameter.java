package io.attestore.command.ssm.parameter.subject;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Call;
import io.attestore.entities.ssm.parameter.NameViolation;
import io.attestore.entities.ssm.parameter.ParameterNameFaults;
import io.attestore.entities.ssm.parameter.ParameterReference;

/** The parameter that an input names by its {@code Name}: a bare name, as operations take it that change one. */
public final class NamedParameter {

    private NamedParameter() {}

    /** @throws io.attestore.contract.operation.AwsFault if the text is no name of a parameter */
    public static ParameterReference of(Structure input, Call call) {
        String text = input.text("Name");
        return switch (ParameterReference.parseName(text, call.where())) {
            case ParameterReference.Understood(ParameterReference reference) -> reference;
            case ParameterReference.Rejected(NameViolation violation) ->
                throw ParameterNameFaults.unreadableName(violation, text.strip());
        };
    }
}
