package io.attestore.command.ssm.parameter.putparameter;

import io.attestore.contract.operation.Call;
import io.attestore.cryptography.secret.InsecureSecretAccess;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.entities.ssm.parameter.ParameterTier;

/**
 * What a value must satisfy. It is looked at as UTF-8 bytes that are lent and wiped, and no refusal repeats any of it.
 */
final class ValueRules {

    private ValueRules() {}

    static void check(SecretBytes value, ParameterTier tier, NextVersion next, Call call) {
        next.allowedPattern().filter(pattern -> !PatternSize.isBounded(pattern)).ifPresent(_ -> {
            throw ParameterValueFaults.invalidPattern();
        });
        if (value.length() > tier.valueBytesMax()) {
            throw ParameterValueFaults.valueTooLong(tier);
        }
        value.useBytes(InsecureSecretAccess.get(), bytes -> {
            if (nests(bytes)) {
                throw ParameterValueFaults.nestedValue();
            }
            if (!next.dataType().accepts(bytes)) {
                throw ParameterValueFaults.malformedImageId();
            }
            next.allowedPattern().ifPresent(pattern -> requireMatch(pattern, bytes, call));
        });
    }

    /** The bytes are lent until this returns, so it waits for heavy work to end. */
    private static void requireMatch(String pattern, byte[] utf8, Call call) {
        boolean matches = AllowedPattern.isHeavy(pattern, utf8.length)
                ? call.heavy(() -> matches(pattern, utf8))
                : matches(pattern, utf8);
        if (!matches) {
            throw ParameterValueFaults.patternMismatch(pattern);
        }
    }

    private static boolean matches(String pattern, byte[] utf8) {
        return AllowedPattern.compile(pattern).matches(utf8);
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
