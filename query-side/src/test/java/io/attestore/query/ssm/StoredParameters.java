package io.attestore.query.ssm;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.paging.PageTokens;
import io.attestore.cryptography.root.RootKey;
import io.attestore.cryptography.secret.InsecureSecretAccess;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.entities.HistoryLog;
import io.attestore.entities.Scenario;
import io.attestore.entities.kms.key.KeyCipher;
import io.attestore.entities.kms.key.KeyFacts;
import io.attestore.entities.kms.key.KeyLookup;
import io.attestore.entities.past.PastStates;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.entities.ssm.parameter.ParameterVersion;
import io.attestore.entities.ssm.parameter.SealedValues;
import io.attestore.entities.vault.ValuePlace;
import io.attestore.entities.vault.ValueSeal;
import io.attestore.events.Bytes;
import io.attestore.events.Event;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.ParameterName;
import io.attestore.events.log.KeyRowChange;
import io.attestore.events.parameter.ParameterCreated;
import io.attestore.events.parameter.ParameterDeleted;
import io.attestore.events.parameter.ParameterMadeAdvanced;
import io.attestore.events.parameter.ParameterPoliciesPut;
import io.attestore.events.parameter.ParameterPoliciesPut.Policy;
import io.attestore.events.parameter.ParameterTagged;
import io.attestore.events.parameter.ParameterType;
import io.attestore.events.parameter.ParameterVersionDestroyed;
import io.attestore.events.parameter.ParameterVersionLabelled;
import io.attestore.events.parameter.ParameterVersionPut;
import io.attestore.query.attestore.AttestoreQueries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A history with parameters in it, and the operations of this side. */
public final class StoredParameters {

    public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    public final Scenario scenario = new Scenario();
    private final KeyLookup keys = new KeyLookup(scenario.vault);
    private final KeyCipher cipher = new KeyCipher(scenario.vault, scenario.random);
    private final ValueSeal seal = new ValueSeal(scenario.vault, scenario.random);
    private final PageTokens tokens =
            new PageTokens(RootKey.generate(scenario.random).authenticator("paging"), scenario.random);
    private final HistoryLog log = new HistoryLog(scenario.history);
    private final List<Operation> operations = Stream.concat(
                    new SsmQueries(cipher, seal, new SealedValues(log, 1_000_000), tokens, false).all().stream(),
                    new AttestoreQueries(new PastStates(log, log, 1_000_000), tokens).all().stream())
            .toList();

    public Operation operation(String name) {
        return operations.stream()
                .filter(operation -> operation.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public StoredParameters string(String name, String value) {
        try (SecretBytes secret = secret(value)) {
            return put(name, ParameterType.STRING, secret, Optional.empty());
        }
    }

    public StoredParameters secureString(String name, String value) {
        return secureString(name, value, "alias/aws/ssm");
    }

    public StoredParameters secureString(String name, String value, String keyReference) {
        KeyLookup.Found found = found(keyReference);
        scenario.given(found.creationEvents(), found.creationRows());
        String arn =
                ParameterId.of(Scenario.WHERE, new ParameterName(name)).arn().value();
        try (SecretBytes secret = secret(value)) {
            Bytes blob = cipher.encrypt(found, secret, Map.of("PARAMETER_ARN", arn));
            return put(
                    name,
                    ParameterType.SECURE_STRING,
                    SecretBytes.takingOwnershipOf(blob.toArray()),
                    Optional.of(keyReference));
        }
    }

    /** A SecureString that holds any bytes. */
    public StoredParameters ciphertext(String name, byte[] stored) {
        return put(name, ParameterType.SECURE_STRING, SecretBytes.copyOf(stored), Optional.of("alias/aws/ssm"));
    }

    /** A SecureString in the advanced tier: a message that carries its data key. */
    public StoredParameters advancedSecureString(String name, String value, Policy... policies) {
        return advanced(name, messageFor(name, value), List.of(policies));
    }

    /** A SecureString in the advanced tier that holds any bytes. */
    public StoredParameters advanced(String name, Bytes stored, List<Policy> policies) {
        ParameterName parameter = new ParameterName(name);
        ValueSeal.Sealed kept = seal.seal(
                ValuePlace.ofParameter(ParameterId.of(Scenario.WHERE, parameter), 1),
                SecretBytes.takingOwnershipOf(stored.toArray()));
        scenario.given(
                List.of(
                        new ParameterCreated(Scenario.WHERE, parameter, ParameterType.SECURE_STRING),
                        new ParameterMadeAdvanced(Scenario.WHERE, parameter),
                        new ParameterVersionPut(
                                Scenario.WHERE,
                                parameter,
                                1,
                                ParameterType.SECURE_STRING,
                                kept.dataKeyId(),
                                kept.value(),
                                Optional.of("alias/aws/ssm"),
                                Optional.empty(),
                                Optional.empty(),
                                "Advanced",
                                "text",
                                "arn:aws:iam::123456789012:root"),
                        new ParameterPoliciesPut(Scenario.WHERE, parameter, 1, policies)),
                List.of(kept.row()));
        return this;
    }

    /** A message for one parameter, as it is stored. */
    public Bytes messageFor(String name, String value) {
        KeyLookup.Found found = found("alias/aws/ssm");
        scenario.given(found.creationEvents(), found.creationRows());
        String arn =
                ParameterId.of(Scenario.WHERE, new ParameterName(name)).arn().value();
        try (SecretBytes secret = secret(value)) {
            return cipher.encryptMessage(found, secret, Map.of("PARAMETER_ARN", arn));
        }
    }

    /** A SecureString whose creation does not tell its key, as early versions wrote it; its value cannot be opened. */
    public StoredParameters secureStringOfAnEarlyVersion(String name, String keyReference) {
        scenario.given(new ParameterCreated(Scenario.WHERE, new ParameterName(name), ParameterType.SECURE_STRING));
        try (SecretBytes secret = secret("no ciphertext")) {
            return put(name, ParameterType.SECURE_STRING, secret, Optional.of(keyReference), 1, List.of());
        }
    }

    public StoredParameters labelled(String name, long version, String... labels) {
        scenario.given(new ParameterVersionLabelled(Scenario.WHERE, new ParameterName(name), version, List.of(labels)));
        return this;
    }

    public StoredParameters tagged(String name, Map<String, String> tags) {
        scenario.given(new ParameterTagged(Scenario.WHERE, new ParameterName(name), tags));
        return this;
    }

    public void delete(String name) {
        Parameter.Present present = (Parameter.Present) parameter(name);
        List<String> dataKeys =
                present.versions().stream().map(ParameterVersion::dataKeyId).toList();
        scenario.given(
                List.of(new ParameterDeleted(Scenario.WHERE, present.name(), dataKeys)),
                dataKeys.stream().<KeyRowChange>map(KeyRowChange.Destroy::new).toList());
    }

    public void destroyVersion(String name, long number) {
        Parameter.Present present = (Parameter.Present) parameter(name);
        String dataKeyId = present.version(number).orElseThrow().dataKeyId();
        scenario.given(
                List.of(new ParameterVersionDestroyed(Scenario.WHERE, present.name(), number, dataKeyId)),
                List.of(new KeyRowChange.Destroy(dataKeyId)));
    }

    public KeyFacts defaultKey() {
        return found("alias/aws/ssm").facts();
    }

    /** The ARN of the default key, which comes to be if nothing has used it yet. */
    public String defaultKeyArn() {
        KeyLookup.Found found = found("alias/aws/ssm");
        scenario.given(found.creationEvents(), found.creationRows());
        return found.facts().arn().value();
    }

    /** What the newest call has caused: the events since the last put. */
    public List<Event> eventsAfter(int count) {
        List<Event> events = scenario.history.events();
        return events.subList(count, events.size());
    }

    public int eventCount() {
        return scenario.history.events().size();
    }

    /** The value in an answer, as text. */
    public static String value(Structure parameter) {
        return parameter.secret("Value").withBytes(InsecureSecretAccess.get(), bytes -> new String(bytes, UTF_8));
    }

    public static List<String> names(Structure answer) {
        return answer.structures("Parameters").stream()
                .map(parameter -> parameter.text("Name"))
                .toList();
    }

    private KeyLookup.Found found(String reference) {
        return (KeyLookup.Found) keys.find(scenario.history, Scenario.WHERE, reference, "request-1", NOON);
    }

    private Parameter parameter(String name) {
        return scenario.history.load(Parameter.TYPE, ParameterId.of(Scenario.WHERE, new ParameterName(name)));
    }

    private StoredParameters put(String name, ParameterType type, SecretBytes stored, Optional<String> keyReference) {
        return switch (parameter(name)) {
            case Parameter.Absent absent ->
                put(
                        name,
                        type,
                        stored,
                        keyReference,
                        1,
                        List.of(new ParameterCreated(
                                Scenario.WHERE, new ParameterName(name), type, keyReference, Optional.of("text"))));
            case Parameter.Present present ->
                put(name, type, stored, keyReference, present.current().number() + 1, List.of());
        };
    }

    private StoredParameters put(
            String name,
            ParameterType type,
            SecretBytes stored,
            Optional<String> keyReference,
            long version,
            List<Event> before) {
        ValueSeal.Sealed kept = seal.seal(
                ValuePlace.ofParameter(ParameterId.of(Scenario.WHERE, new ParameterName(name)), version), stored);
        List<Event> events = new ArrayList<>(before);
        events.add(new ParameterVersionPut(
                Scenario.WHERE,
                new ParameterName(name),
                version,
                type,
                kept.dataKeyId(),
                kept.value(),
                keyReference,
                Optional.of("version " + version),
                Optional.empty(),
                "Standard",
                "text",
                "arn:aws:iam::123456789012:root"));
        scenario.given(events, List.of(kept.row()));
        return this;
    }

    private static SecretBytes secret(String text) {
        return SecretBytes.copyOf(text.getBytes(UTF_8));
    }
}
