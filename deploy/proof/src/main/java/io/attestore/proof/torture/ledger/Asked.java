package io.attestore.proof.torture.ledger;

import java.util.List;
import java.util.Optional;

/** What a call asked for. */
sealed interface Asked {

    /** One version of a parameter: a SecureString, under a key of its own if one is named, or a String. */
    record Put(String name, String value, boolean secure, Optional<String> keyId, boolean overwrite) implements Asked {}

    record Delete(String name) implements Asked {}

    /** Decrypting reads. */
    sealed interface Read extends Asked {}

    record Get(String name) implements Read {}

    record GetSeveral(List<String> names) implements Read {
        public GetSeveral {
            names = List.copyOf(names);
        }
    }

    /** All parameters of a folder, which has so few that they are one page. */
    record GetByPath(String folder) implements Read {}

    /** The versions of a parameter after one of them; 0 asks for the first page. */
    record GetHistory(String name, long after) implements Read {}

    record CreateKey() implements Asked {}

    record SwitchKey(String keyId, boolean enable) implements Asked {}

    record RotateKey(String keyId) implements Asked {}

    record DescribeKey(String keyId) implements Asked {}

    record Encrypt(String keyId, String plaintext) implements Asked {}

    /** Opens what an Encrypt has answered. */
    record Decrypt(String keyId, String plaintext) implements Asked {}
}
