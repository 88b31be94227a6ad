package io.attestore.command.parameters.putparameter;

import io.attestore.cryptography.secret.InsecureSecretAccess;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.door.fault.SsmFaults;
import io.attestore.entities.parameter.ParameterTier;
import java.util.Optional;

/**
 * What a value must satisfy. It is looked at as UTF-8 bytes that are lent and wiped, and no refusal repeats any of it.
 */
final class ValueRules {

    private ValueRules() {}

    static void check(SecretBytes value, ParameterTier tier, NextVersion next) {
        Optional<AllowedPattern> pattern = next.allowedPattern().map(AllowedPattern::compile);
        if (value.length() > tier.valueBytesMax()) {
            throw SsmFaults.valueTooLong(tier);
        }
        value.useBytes(InsecureSecretAccess.get(), bytes -> {
            if (nests(bytes)) {
                throw SsmFaults.nestedValue();
            }
            if (!next.dataType().accepts(bytes)) {
                throw SsmFaults.malformedImageId();
            }
            pattern.filter(rule -> !rule.matches(bytes)).ifPresent(rule -> {
                throw SsmFaults.patternMismatch(rule.text());
            });
        });
    }

    /** Whether two opening braces are followed, on the same line, by two closing ones. */
    private static boolean nests(byte[] utf8) {
        boolean opened = false;
        for (int i = 1; i < utf8.length; i++) {
            if (utf8[i] == '\n') {
                opened = false;
            } else if (opened && utf8[i] == '}' && utf8[i - 1] == '}') {
                return true;
            } else if (utf8[i] == '{' && utf8[i - 1] == '{') {
                opened = true;
            }
        }
        return false;
    }
}
