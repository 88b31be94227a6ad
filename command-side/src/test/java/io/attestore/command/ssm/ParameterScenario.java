package io.attestore.command.ssm;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.attestore.command.attestore.AttestoreCommands;
import io.attestore.command.ssm.parameter.deletion.Deletions;
import io.attestore.contract.document.Document.SecretText;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Operation;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.entities.Scenario;
import io.attestore.entities.kms.key.KeyCipher;
import io.attestore.entities.kms.key.KeyLookup;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.entities.ssm.parameter.ParameterVersion;
import io.attestore.entities.vault.ValuePlace;
import io.attestore.entities.vault.ValueSeal;
import io.attestore.events.Event;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.ParameterName;
import io.attestore.events.parameter.ParameterVersionPut;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A scenario with the operations of this side at hand. */
public final class ParameterScenario {

    public final Scenario scenario = new Scenario();
    public final KeyLookup keys = new KeyLookup(scenario.vault);
    public final KeyCipher cipher = new KeyCipher(scenario.vault, scenario.random);
    public final ValueSeal seal = new ValueSeal(scenario.vault, scenario.random);
    private final List<Operation> operations;

    public ParameterScenario() {
        this(Duration.ZERO);
    }

    /** @param restoreWindow how long a deleted parameter can be restored */
    public ParameterScenario(Duration restoreWindow) {
        operations = Stream.concat(
                        new SsmCommands(keys, cipher, seal, new Deletions(restoreWindow)).all().stream(),
                        AttestoreCommands.all().stream())
                .toList();
    }

    public Operation operation(String name) {
        return operations.stream()
                .filter(operation -> operation.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** An input of PutParameter for a String. */
    public static Structure.Builder string(String name, String value) {
        return Structure.builder().put("Name", name).put("Type", "String").put("Value", secret(value));
    }

    /** An input of PutParameter for a SecureString. */
    public static Structure.Builder secureString(String name, String value) {
        return Structure.builder().put("Name", name).put("Type", "SecureString").put("Value", secret(value));
    }

    public static SecretText secret(String value) {
        return new SecretText(SecretBytes.copyOf(value.getBytes(UTF_8)));
    }

    public static Structure named(String name) {
        return Structure.builder().put("Name", name).build();
    }

    public void put(Structure.Builder input) {
        scenario.answer(operation("PutParameter"), input.build());
    }

    public Parameter parameter(String name) {
        return scenario.history.load(Parameter.TYPE, ParameterId.of(Scenario.WHERE, new ParameterName(name)));
    }

    public Parameter.Present present(String name) {
        return (Parameter.Present) parameter(name);
    }

    /** What is stored of a version, in the newest ones and in those before. */
    public SecretBytes stored(ParameterVersion version) {
        ParameterVersionPut put =
                (ParameterVersionPut) scenario.history.events().get(Math.toIntExact(version.position()));
        return seal.open(
                        ValuePlace.ofParameter(ParameterId.of(put.where(), put.name()), put.version()),
                        version.dataKeyId(),
                        put.sealedValue())
                .orElseThrow();
    }

    /** What has happened since the first {@code count} events. */
    public List<Event> eventsAfter(int count) {
        List<Event> events = scenario.history.events();
        return events.subList(count, events.size());
    }
}
