package io.attestore.query.parameters.getparameter;

import static io.attestore.door.document.Shape.flag;
import static io.attestore.door.document.Shape.structure;
import static io.attestore.door.document.Shape.text;

import io.attestore.door.document.Structure;
import io.attestore.door.fault.SsmFaults;
import io.attestore.door.operation.AwsService;
import io.attestore.door.operation.Call;
import io.attestore.door.operation.Operation;
import io.attestore.door.operation.Outcome;
import io.attestore.entities.parameter.ParameterReference;
import io.attestore.query.parameters.disclosure.Disclosure;
import io.attestore.query.parameters.disclosure.ParameterDocument;
import io.attestore.query.parameters.disclosure.Wanted;
import io.attestore.query.parameters.lookup.ParameterLookup;
import io.attestore.query.parameters.secretreference.SecretReference;
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
                .resources((input, where) -> List.of(ParameterReference.resource(input.text("Name"), where)))
                .input(structure().required("Name", text(1, 2048)).optional("WithDecryption", flag()))
                .output(structure().optional("Parameter", ParameterDocument.SHAPE))
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
            case ParameterLookup.NoParameter nothing -> throw SsmFaults.parameterNotFound();
            case ParameterLookup.NoVersion missing -> throw missing.fault();
            case ParameterLookup.Found(var parameter, var version) ->
                new Wanted(
                        parameter, version, ParameterLookup.answered(name, reference, parameter), reference.selector());
        };
    }
}
