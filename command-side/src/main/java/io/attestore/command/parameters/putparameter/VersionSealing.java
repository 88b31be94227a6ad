package io.attestore.command.parameters.putparameter;

import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.door.document.Structure;
import io.attestore.door.operation.Call;
import io.attestore.door.operation.Outcome;
import io.attestore.entities.key.KeyLookup;
import io.attestore.entities.parameter.ParameterVersion;
import io.attestore.entities.vault.ValueSeal;
import io.attestore.events.Bytes;
import io.attestore.events.Event;
import io.attestore.events.id.ParameterId;
import io.attestore.events.key.KeyUsed;
import io.attestore.events.log.KeyRowChange;
import io.attestore.events.parameter.ParameterCreated;
import io.attestore.events.parameter.ParameterVersionDestroyed;
import io.attestore.events.parameter.ParameterVersionPut;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Seals a version under a data key of its own and says what happened by that. */
final class VersionSealing {

    private static final String TIER = "Standard";

    private final SecureStringEncryption encryption;
    private final ValueSeal seal;

    VersionSealing(SecureStringEncryption encryption, ValueSeal seal) {
        this.encryption = encryption;
        this.seal = seal;
    }

    Outcome seal(Call call, ParameterId id, NextVersion next, SecretBytes value) {
        return next.keyReference()
                .map(reference -> encryption.encrypt(call, id, reference, value))
                .map(result -> sealed(call, next, result))
                .orElseGet(() -> put(call, next, value));
    }

    private Outcome sealed(Call call, NextVersion next, SecureStringEncryption.Result result) {
        return switch (result) {
            case SecureStringEncryption.Refused(Outcome.Refused outcome) -> outcome;
            case SecureStringEncryption.Encrypted(Bytes blob, KeyLookup.Found key, KeyUsed used) -> {
                try (SecretBytes ciphertext = SecretBytes.takingOwnershipOf(blob.toArray())) {
                    yield put(call, next, ciphertext, used).after(key.births(), key.birthRows());
                }
            }
        };
    }

    private Outcome.Answered put(Call call, NextVersion next, SecretBytes stored, Event... besides) {
        ValueSeal.Sealed sealed = seal.seal("ssm", call.where(), stored);
        List<Event> events = new ArrayList<>();
        List<KeyRowChange> rows = new ArrayList<>();
        if (next.creates()) {
            events.add(new ParameterCreated(
                    call.where(), next.name(), next.type(), next.keyReference(), Optional.of(next.dataType())));
        }
        events.add(versionPut(call, next, sealed));
        rows.add(sealed.row());
        for (ParameterVersion displaced : next.displaced()) {
            events.add(new ParameterVersionDestroyed(
                    call.where(), next.name(), displaced.number(), displaced.dataKeyId()));
            rows.add(new KeyRowChange.Destroy(displaced.dataKeyId()));
        }
        events.addAll(List.of(besides));
        Structure output = Structure.builder()
                .put("Version", next.number())
                .put("Tier", TIER)
                .build();
        return Outcome.answered(output, events, rows);
    }

    private static ParameterVersionPut versionPut(Call call, NextVersion next, ValueSeal.Sealed sealed) {
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
                TIER,
                next.dataType(),
                call.context().principal().arn().value());
    }
}
