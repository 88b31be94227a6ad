package io.attestore.events.key;

/** Who manages a key, in KMS's words. */
public enum KeyManager {
    AWS,
    CUSTOMER
}
