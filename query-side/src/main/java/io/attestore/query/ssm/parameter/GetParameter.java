package io.attestore.query.ssm.parameter;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.ssm.parameter.ParameterFaults;
import io.attestore.entities.ssm.parameter.ParameterPermission;
import io.attestore.entities.ssm.parameter.ParameterReference;
import io.attestore.query.ssm.parameter.disclosure.Disclosure;
import io.attestore.query.ssm.parameter.disclosure.ParameterDocument;
import io.attestore.query.ssm.parameter.disclosure.Wanted;
import io.attestore.query.ssm.parameter.lookup.ParameterLookup;
import io.attestore.query.ssm.parameter.lookup.SecretReference;
import java.util.List;

/**
 * GetParameter: one version of one parameter with its value. Safe for many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html">GetParameter</a>
 */
public final class GetParameter {

    private final Disclosure disclosure;

    public GetParameter(Disclosure disclosure) {
        this.disclosure = disclosure;
    }

    public Operation operation() {
        return Operation.of(AwsService.SSM, "GetParameter")
                .reads()
                .disclosesSecrets()
                .needing(ParameterPermission.named("Name"))
                .handledBy(this::get);
    }

    private Outcome get(Structure input, Call call) {
        String name = input.text("Name");
        if (SecretReference.isOne(name)) {
            throw SecretReference.refusal(name, input.flag("WithDecryption"));
        }
        Wanted wanted = wanted(name, call);
        return disclosure.disclose(
                call,
                List.of(wanted),
                input.flag("WithDecryption"),
                values -> Structure.builder()
                        .put("Parameter", ParameterDocument.of(wanted, values.getFirst()))
                        .build());
    }

    private static Wanted wanted(String name, Call call) {
        ParameterReference reference = ParameterLookup.reference(name, call);
        return switch (ParameterLookup.find(reference, call)) {
            case ParameterLookup.NoParameter nothing -> throw ParameterFaults.parameterNotFound();
            case ParameterLookup.NoVersion missing -> throw missing.fault();
            case ParameterLookup.Found(var parameter, var version) ->
                new Wanted(
                        parameter, version, ParameterLookup.answered(name, reference, parameter), reference.selector());
        };
    }
}
