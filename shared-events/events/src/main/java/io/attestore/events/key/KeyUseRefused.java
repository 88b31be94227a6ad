package io.attestore.events.key;

import io.attestore.events.StoredAs;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.KeyId;
import java.util.Map;

/** KMS refused a use that another service wanted on a caller's behalf: a record of access, so it carries no tag. */
@StoredAs("kms.KeyUseRefused")
public record KeyUseRefused(
        AccountRegion where,
        KeyId keyId,
        String operation,
        Map<String, String> encryptionContext,
        String errorCode,
        String errorMessage)
        implements KeyEvent {

    public KeyUseRefused {
        encryptionContext = Map.copyOf(encryptionContext);
    }
}
