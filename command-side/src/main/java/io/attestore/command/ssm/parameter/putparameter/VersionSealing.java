package io.attestore.command.ssm.parameter.putparameter;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Outcome;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.entities.kms.key.KeyLookup;
import io.attestore.entities.ssm.parameter.ParameterTier;
import io.attestore.entities.ssm.parameter.ParameterVersion;
import io.attestore.entities.vault.ValuePlace;
import io.attestore.entities.vault.ValueSeal;
import io.attestore.events.Bytes;
import io.attestore.events.Event;
import io.attestore.events.id.ParameterId;
import io.attestore.events.key.KeyUsed;
import io.attestore.events.log.KeyRowChange;
import io.attestore.events.parameter.ParameterCreated;
import io.attestore.events.parameter.ParameterMadeAdvanced;
import io.attestore.events.parameter.ParameterPoliciesPut;
import io.attestore.events.parameter.ParameterPoliciesPut.Policy;
import io.attestore.events.parameter.ParameterTagged;
import io.attestore.events.parameter.ParameterVersionDestroyed;
import io.attestore.events.parameter.ParameterVersionPut;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Seals a version under a data key of its own and says what happened by that. */
final class VersionSealing {

    private final SecureStringEncryption encryption;
    private final ValueSeal seal;

    VersionSealing(SecureStringEncryption encryption, ValueSeal seal) {
        this.encryption = encryption;
        this.seal = seal;
    }

    /** A version that is to be, in the tier that was chosen for it. */
    record Put(PutRequest request, NextVersion next, ParameterTier tier) {

        boolean makesAdvanced() {
            return tier == ParameterTier.ADVANCED && !next.tierBefore().equals(Optional.of(tier));
        }
    }

    Outcome seal(Call call, ParameterId id, Put put, SecretBytes value) {
        return put.next()
                .keyReference()
                .map(reference -> encryption.encrypt(call, id, reference, put.tier(), value))
                .map(result -> sealed(call, put, result))
                .orElseGet(() -> put(call, put, value));
    }

    private Outcome sealed(Call call, Put put, SecureStringEncryption.Result result) {
        return switch (result) {
            case SecureStringEncryption.Refused(Outcome.Refused outcome) -> outcome;
            case SecureStringEncryption.Encrypted(Bytes blob, KeyLookup.Found key, KeyUsed used) -> {
                try (SecretBytes ciphertext = SecretBytes.takingOwnershipOf(blob.toArray())) {
                    yield put(call, put, ciphertext, used).after(key.creationEvents(), key.creationRows());
                }
            }
        };
    }

    private Outcome.Answered put(Call call, Put put, SecretBytes stored, Event... besides) {
        NextVersion next = put.next();
        ValueSeal.Sealed sealed =
                seal.seal(ValuePlace.ofParameter(ParameterId.of(call.where(), next.name()), next.number()), stored);
        List<Event> events = new ArrayList<>(before(call, put));
        List<KeyRowChange> rows = new ArrayList<>();
        events.add(versionPut(call, put, sealed));
        rows.add(sealed.row());
        events.addAll(after(call, put));
        for (ParameterVersion displaced : next.displaced()) {
            events.add(new ParameterVersionDestroyed(
                    call.where(), next.name(), displaced.number(), displaced.dataKeyId()));
            rows.add(new KeyRowChange.Destroy(displaced.dataKeyId()));
        }
        events.addAll(List.of(besides));
        Structure output = Structure.builder()
                .put("Version", next.number())
                .put("Tier", put.tier().wireName())
                .build();
        return Outcome.answered(output, events, rows);
    }

    private static List<Event> before(Call call, Put put) {
        NextVersion next = put.next();
        List<Event> events = new ArrayList<>();
        if (next.creates()) {
            events.add(new ParameterCreated(
                    call.where(),
                    next.name(),
                    next.type(),
                    next.keyReference(),
                    Optional.of(next.dataType().wireName())));
        }
        if (put.makesAdvanced()) {
            events.add(new ParameterMadeAdvanced(call.where(), next.name()));
        }
        return events;
    }

    private static List<Event> after(Call call, Put put) {
        NextVersion next = put.next();
        List<Event> events = new ArrayList<>();
        put.request()
                .policies()
                .ifPresent(policies -> events.add(new ParameterPoliciesPut(
                        call.where(),
                        next.name(),
                        next.number(),
                        policies.stream()
                                .map(policy -> new Policy(policy.type(), policy.text()))
                                .toList())));
        if (!put.request().newTags().isEmpty()) {
            events.add(
                    new ParameterTagged(call.where(), next.name(), put.request().newTags()));
        }
        return events;
    }

    private static ParameterVersionPut versionPut(Call call, Put put, ValueSeal.Sealed sealed) {
        NextVersion next = put.next();
        return new ParameterVersionPut(
                call.where(),
                next.name(),
                next.number(),
                next.type(),
                sealed.dataKeyId(),
                sealed.value(),
                next.keyReference(),
                next.description(),
                next.allowedPattern(),
                put.tier().wireName(),
                next.dataType().wireName(),
                call.context().principal().arn().value());
    }
}
