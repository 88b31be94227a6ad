package io.attestore.door.sigv4;

import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.events.call.Principal;
import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.IamResource;
import io.attestore.events.id.Region;
import java.util.Optional;

/**
 * An access key with its secret. Not a record, for a record prints and compares its fields.
 *
 * <p>The secret is UTF-8 text, at least {@value #SECRET_BYTES_MIN} bytes; closing the key overwrites it.
 */
public final class AccessKey implements AutoCloseable {

    /** A shorter secret could be guessed. AWS's have 40 characters. */
    public static final int SECRET_BYTES_MIN = 16;

    private final AccessKeyId id;
    private final AccountId account;
    private final Optional<IamResource> user;
    private final SecretBytes secret;

    private AccessKey(AccessKeyId id, AccountId account, Optional<IamResource> user, SecretBytes secret) {
        if (secret.length() < SECRET_BYTES_MIN) {
            throw new IllegalArgumentException(
                    "The secret of an access key has at least " + SECRET_BYTES_MIN + " bytes");
        }
        this.id = id;
        this.account = account;
        this.user = user;
        this.secret = secret;
    }

    /** A key of an account's root. */
    public static AccessKey ofRoot(AccessKeyId id, AccountId account, SecretBytes secret) {
        return new AccessKey(id, account, Optional.empty(), secret);
    }

    /** A key of a user. */
    public static AccessKey ofUser(AccessKeyId id, IamResource user, SecretBytes secret) {
        return new AccessKey(id, user.account(), Optional.of(user), secret);
    }

    public AccessKeyId id() {
        return id;
    }

    public AccountId account() {
        return account;
    }

    /** Who signs with this key. Root's ARN takes its partition from the Region that is called. */
    public Principal principal(Region region) {
        return user.<Principal>map(
                        owner -> new Principal.IamUser(owner.arn(), owner.id().value(), id, Optional.empty()))
                .orElseGet(() -> Principal.root(account, id, region.partition()));
    }

    SecretBytes secret() {
        return secret;
    }

    @Override
    public void close() {
        secret.close();
    }

    @Override
    public String toString() {
        return "AccessKey[" + id + "]";
    }
}
