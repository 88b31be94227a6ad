package io.attestore.events.key;

import io.attestore.events.StoredAs;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.KeyId;
import java.util.List;
import java.util.Map;

/**
 * A key was used by one call, once for each encryption context: a record of access, so it carries no tag.
 *
 * @param where the namespace that the key lives in
 * @param operation KMS's name of the use: Encrypt, Decrypt, GenerateDataKey
 * @param encryptionContexts one entry per use, in order; an empty map where no context was given
 */
@StoredAs("kms.KeyUsed")
public record KeyUsed(AccountRegion where, KeyId keyId, String operation, List<Map<String, String>> encryptionContexts)
        implements KeyEvent {

    public KeyUsed {
        encryptionContexts = encryptionContexts.stream().map(Map::copyOf).toList();
    }
}
