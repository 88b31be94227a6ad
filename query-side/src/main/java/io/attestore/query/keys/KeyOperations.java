package io.attestore.query.keys;

import io.attestore.door.kms.RequestedKeys;
import io.attestore.door.operation.Operation;
import io.attestore.door.paging.PageTokens;
import io.attestore.entities.key.KeyCipher;
import io.attestore.entities.key.KeyLookup;
import io.attestore.query.keys.decrypt.Decrypt;
import io.attestore.query.keys.describekey.DescribeKey;
import io.attestore.query.keys.encrypt.Encrypt;
import io.attestore.query.keys.generatedatakey.GenerateDataKey;
import io.attestore.query.keys.listaliases.ListAliases;
import io.attestore.query.keys.listkeys.ListKeys;
import java.security.SecureRandom;
import java.util.List;

/** The operations that describe keys and use them, for the server to offer. */
public final class KeyOperations {

    private final RequestedKeys keys;
    private final KeyCipher cipher;
    private final SecureRandom random;
    private final PageTokens tokens;

    /** @param random for data keys */
    public KeyOperations(KeyLookup lookup, KeyCipher cipher, SecureRandom random, PageTokens tokens) {
        this.keys = new RequestedKeys(lookup);
        this.cipher = cipher;
        this.random = random;
        this.tokens = tokens;
    }

    public List<Operation> all() {
        return List.of(
                new DescribeKey(keys).operation(),
                new ListKeys(tokens).operation(),
                new ListAliases(keys, tokens).operation(),
                new Encrypt(keys, cipher).operation(),
                new Decrypt(keys, cipher).operation(),
                new GenerateDataKey(keys, cipher, random).operation());
    }
}
