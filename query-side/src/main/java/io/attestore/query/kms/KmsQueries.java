package io.attestore.query.kms;

import io.attestore.contract.operation.Operation;
import io.attestore.contract.paging.PageTokens;
import io.attestore.entities.kms.RequestedKeys;
import io.attestore.entities.kms.key.KeyCipher;
import io.attestore.entities.kms.key.KeyLookup;
import io.attestore.query.kms.alias.ListAliases;
import io.attestore.query.kms.grant.ListGrants;
import io.attestore.query.kms.grant.ListRetirableGrants;
import io.attestore.query.kms.key.DescribeKey;
import io.attestore.query.kms.key.Encrypt;
import io.attestore.query.kms.key.GenerateDataKey;
import io.attestore.query.kms.key.GetKeyPolicy;
import io.attestore.query.kms.key.ListKeyPolicies;
import io.attestore.query.kms.key.ListKeys;
import io.attestore.query.kms.key.ListResourceTags;
import io.attestore.query.kms.key.decrypt.Decrypt;
import java.security.SecureRandom;
import java.util.List;

/** The operations that describe keys and use them, for the server to offer. */
public final class KmsQueries {

    private final RequestedKeys keys;
    private final KeyCipher cipher;
    private final SecureRandom random;
    private final PageTokens tokens;

    /** @param random for data keys */
    public KmsQueries(KeyLookup lookup, KeyCipher cipher, SecureRandom random, PageTokens tokens) {
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
                new GetKeyPolicy(keys).operation(),
                new ListKeyPolicies(keys).operation(),
                new ListGrants(keys, tokens).operation(),
                new ListRetirableGrants(tokens).operation(),
                new ListResourceTags(keys, tokens).operation(),
                new Encrypt(keys, cipher).operation(),
                new Decrypt(keys, cipher).operation(),
                new GenerateDataKey(keys, cipher, random).operation());
    }
}
