package io.attestore.query.ssm.parameter;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.entities.ssm.parameter.ParameterPermission;
import io.attestore.entities.ssm.parameter.ParameterReference;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.ParameterName;
import io.attestore.query.ssm.parameter.disclosure.Disclosure;
import io.attestore.query.ssm.parameter.disclosure.ParameterDocument;
import io.attestore.query.ssm.parameter.disclosure.Wanted;
import io.attestore.query.ssm.parameter.lookup.ParameterLookup;
import io.attestore.query.ssm.parameter.lookup.SecretReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * GetParameters: up to ten parameters with their values, by name. What is not there is told, not an error; a name twice
 * is answered once. Safe for many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameters.html">GetParameters</a>
 */
public final class GetParameters {

    private static final Comparator<Wanted> BY_NAME = Comparator.comparing(
                    (Wanted wanted) -> wanted.name().value())
            .thenComparingLong(wanted -> wanted.version().number());

    private final Disclosure disclosure;

    public GetParameters(Disclosure disclosure) {
        this.disclosure = disclosure;
    }

    public Operation operation() {
        return Operation.of(AwsService.SSM, "GetParameters")
                .reads()
                .disclosesSecrets()
                .needing(ParameterPermission.allNamed("Names"))
                .handledBy(this::get);
    }

    private Outcome get(Structure input, Call call) {
        Map<Question, Wanted> found = new LinkedHashMap<>();
        Set<String> invalid = new LinkedHashSet<>();
        for (String name : input.texts("Names")) {
            if (SecretReference.isOne(name)) {
                invalid.add(name);
                continue;
            }
            ParameterReference reference = ParameterLookup.reference(name, call);
            switch (ParameterLookup.find(reference, call)) {
                case ParameterLookup.NoParameter nothing -> invalid.add(name);
                case ParameterLookup.NoVersion missing -> invalid.add(name);
                case ParameterLookup.Found(var parameter, var version) -> {
                    ParameterName answered = ParameterLookup.answered(name, reference, parameter);
                    found.put(
                            new Question(reference.id(), answered, reference.selector()),
                            new Wanted(parameter, version, answered, reference.selector()));
                }
            }
        }
        List<Wanted> wanted = found.values().stream().sorted(BY_NAME).toList();
        return disclosure.disclose(
                call, wanted, input.flag("WithDecryption"), values -> answer(wanted, values, invalid));
    }

    /** What makes two names the same question: whoever asks for {@code x} and {@code /x} looks for both in the answer. */
    private record Question(ParameterId id, ParameterName answered, Optional<String> selector) {}

    private static Structure answer(List<Wanted> wanted, List<SecretBytes> values, Collection<String> invalid) {
        List<Structure> parameters = new ArrayList<>(wanted.size());
        for (int i = 0; i < wanted.size(); i++) {
            parameters.add(ParameterDocument.of(wanted.get(i), values.get(i)));
        }
        return Structure.builder()
                .putAll("Parameters", parameters)
                .putTexts("InvalidParameters", invalid)
                .build();
    }
}
