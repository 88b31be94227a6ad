package io.attestore.proof.torture.ledger;

/** A ciphertext that KMS gave out, with what it must open to. */
record Sealed(String keyId, String ciphertextBlob, String plaintext) {}
