package io.attestore.entities.kms;

import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Decision;
import io.attestore.entities.kms.key.Key;
import io.attestore.entities.kms.key.KeyLookup;
import io.attestore.entities.kms.key.KeyReference;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.AliasName;
import io.attestore.events.id.Arn;
import io.attestore.events.id.KeyId;
import io.attestore.events.key.KeyManager;
import java.util.List;

/**
 * Finds the key that a call names, if the caller may, and refuses in KMS's words. Safe for many threads.
 *
 * <p>An alias says nothing about who may use what: permission is asked for the key behind it. Of another account's keys
 * nothing is looked up before permission is given, so that their existence is not disclosed.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id">KMS: key identifiers</a>
 */
public final class RequestedKeys {

    private final KeyLookup lookup;

    public RequestedKeys(KeyLookup lookup) {
        this.lookup = lookup;
    }

    /** What an operation on this key is about: the key's ARN, or {@code *} where only a look at an alias can tell. */
    public static List<String> resources(String reference, AccountRegion where) {
        return KeyReference.parse(reference, where)
                .map(parsed -> switch (parsed) {
                    case KeyReference.ById(AccountRegion there, KeyId keyId) ->
                        List.of(keyId.arn(there).value());
                    case KeyReference.ByAlias _ -> List.of("*");
                })
                .orElse(List.of("*"));
    }

    /** A key to use or describe, by any of the four forms. An AWS managed key may come to be with this look. */
    public KeyLookup.Found find(Call call, String action, String reference) {
        KeyReference parsed = parse(call, reference);
        if (!parsed.where().equals(call.where())) {
            authorize(call, action, arn(parsed));
        }
        return switch (lookup.find(
                call,
                call.where(),
                reference,
                call.context().requestId(),
                call.context().at())) {
            case KeyLookup.Found found -> {
                authorize(call, action, found.facts().arn());
                yield found;
            }
            case KeyLookup.NotFound(Arn arn) -> throw KmsFaults.notFound(arn);
            case KeyLookup.Malformed(String text) -> throw KmsFaults.invalidKeyId(text);
        };
    }

    /** A key of the caller's own account, by key id or key ARN; an alias is refused as KMS refuses it. */
    public Key.Existing own(Call call, String action, String reference) {
        return switch (parse(call, reference)) {
            case KeyReference.ByAlias _ -> throw KmsFaults.invalidKeyId(reference);
            case KeyReference.ById(AccountRegion where, KeyId keyId) -> {
                Arn arn = keyId.arn(where);
                if (!where.equals(call.where())) {
                    throw notAuthorized(call, action, arn);
                }
                yield switch (call.load(Key.TYPE, new Key.Id(where, keyId))) {
                    case Key.Existing existing -> existing;
                    case Key.Absent _ -> throw KmsFaults.notFound(arn);
                };
            }
        };
    }

    /**
     * A customer managed key of the caller's own account, by key id or key ARN, that the caller may manage. The policy of
     * an AWS managed key, which nobody can change, allows nobody to manage it.
     */
    public Key.Existing managed(Call call, String action, String reference) {
        Key.Existing key = own(call, action, reference);
        Arn arn = key.facts().arn();
        if (key.facts().manager() == KeyManager.AWS) {
            throw notAuthorized(call, action, arn);
        }
        authorize(call, action, arn);
        return key;
    }

    /** Refuses unless the caller may do this to this key. */
    public static void authorize(Call call, String action, Arn resource) {
        switch (call.decide(action, resource)) {
            case Decision.Allowed _ -> {}
            case Decision.Denied _ -> throw notAuthorized(call, action, resource);
        }
    }

    /** What a reference names, of whichever account; refused in KMS's words if it has no form or another Region. */
    public static KeyReference parse(Call call, String reference) {
        KeyReference parsed =
                KeyReference.parse(reference, call.where()).orElseThrow(() -> KmsFaults.invalidKeyId(reference));
        if (!parsed.where().region().equals(call.where().region())) {
            throw KmsFaults.otherRegion(parsed.where().region());
        }
        return parsed;
    }

    /** The ARN of what a reference names: a key's, or an alias's. */
    public static Arn arn(KeyReference reference) {
        return switch (reference) {
            case KeyReference.ById(AccountRegion where, KeyId keyId) -> keyId.arn(where);
            case KeyReference.ByAlias(AccountRegion where, AliasName alias) -> alias.arn(where);
        };
    }

    private static RuntimeException notAuthorized(Call call, String action, Arn resource) {
        return KmsFaults.notAuthorized(call.context().principal().arn(), action, resource);
    }
}
