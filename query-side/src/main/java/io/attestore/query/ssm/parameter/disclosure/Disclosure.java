package io.attestore.query.ssm.parameter.disclosure;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Outcome;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.entities.kms.key.KeyCipher;
import io.attestore.entities.ssm.parameter.SealedValues;
import io.attestore.entities.vault.ValueSeal;
import io.attestore.events.Bytes;
import io.attestore.events.Event;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.parameter.ParameterRead;
import io.attestore.events.parameter.ParameterRead.OpeningKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Opens the values that an answer is to hold, and says so: one ParameterRead for each account whose parameters the call
 * discloses, with the keys that opened them. If one value may not be decrypted the call is refused, and those opened
 * already are wiped. Safe for many threads.
 */
public final class Disclosure {

    private final ValueOpening opening;
    private final SealedValues sealedValues;

    /** @param sealedValues what is opened */
    public Disclosure(KeyCipher cipher, ValueSeal seal, SealedValues sealedValues) {
        this.opening = new ValueOpening(cipher, seal);
        this.sealedValues = sealedValues;
    }

    /**
     * @param withDecryption whether SecureStrings are given out in the clear rather than as ciphertext
     * @param answer makes the output of the values, which are in the order of what was wanted
     */
    public Outcome disclose(
            Call call, List<Wanted> wanted, boolean withDecryption, Function<List<SecretBytes>, Structure> answer) {
        List<Bytes> sealed = sealedValues.of(wanted.stream()
                .map(one -> new SealedValues.Wanted(one.parameter().id(), one.version()))
                .toList());
        List<SecretBytes> values = new ArrayList<>(wanted.size());
        boolean given = false;
        try {
            Map<AccountRegion, List<ParameterRead.Disclosure>> disclosures = new LinkedHashMap<>();
            for (int i = 0; i < wanted.size(); i++) {
                Wanted one = wanted.get(i);
                switch (opening.open(call, one, sealed.get(i), withDecryption)) {
                    case ValueOpening.Refused(Outcome.Refused outcome) -> {
                        return outcome;
                    }
                    case ValueOpening.Opened(SecretBytes value, var openedBy) -> {
                        values.add(value);
                        disclosures
                                .computeIfAbsent(one.parameter().id().where(), owner -> new ArrayList<>())
                                .add(disclosure(one, openedBy));
                    }
                }
            }
            Outcome outcome = Outcome.answered(answer.apply(values), events(disclosures, withDecryption), List.of());
            given = true;
            return outcome;
        } finally {
            if (!given) {
                values.forEach(SecretBytes::close);
            }
        }
    }

    private static ParameterRead.Disclosure disclosure(Wanted wanted, Optional<OpeningKey> openedBy) {
        return new ParameterRead.Disclosure(
                wanted.parameter().name(),
                wanted.version().number(),
                wanted.version().type(),
                openedBy);
    }

    private static List<Event> events(
            Map<AccountRegion, List<ParameterRead.Disclosure>> disclosures, boolean withDecryption) {
        return disclosures.entrySet().stream()
                .<Event>map(entry -> new ParameterRead(entry.getKey(), entry.getValue(), withDecryption))
                .toList();
    }
}
