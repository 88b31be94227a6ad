package io.attestore.proof.torture.linearizability;

/** What was asked of a key, and what was answered. */
public enum KeyCall {
    ENABLE,
    DISABLE,
    /** It encrypted or decrypted something. */
    USED,
    /** DisabledException. */
    REFUSED
}
