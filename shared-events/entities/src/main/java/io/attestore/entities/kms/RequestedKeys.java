package io.attestore.entities.kms;

import io.attestore.contract.operation.Access;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Subject;
import io.attestore.entities.kms.key.Alias;
import io.attestore.entities.kms.key.Key;
import io.attestore.entities.kms.key.KeyLookup;
import io.attestore.entities.kms.key.KeyReference;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.AliasName;
import io.attestore.events.id.Arn;
import io.attestore.events.id.KeyId;
import io.attestore.events.key.KeyManager;

/**
 * Finds the key that a call names, says what permission that takes, and refuses in KMS's words. Safe for many threads.
 *
 * <p>An alias says nothing about who may use what: permission is asked for the key behind it. Of another account's keys
 * nothing is told before permission is given, so that their existence is not disclosed.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id">KMS: key identifiers</a>
 */
public final class RequestedKeys {

    private final KeyLookup lookup;

    public RequestedKeys(KeyLookup lookup) {
        this.lookup = lookup;
    }

    /**
     * The key that a member of the input names by any of the four forms, to use or describe. An AWS managed key may come
     * to be with this look.
     */
    public Operation.Subjects<KeyLookup.Found> usable(String member) {
        return (input, call) -> usable(input.text(member), call);
    }

    /**
     * The customer managed key of the caller's own account that a member of the input names by its id or ARN, to manage.
     * The policy of an AWS managed key, which nobody can change, allows nobody to manage it.
     */
    public Operation.Subjects<Key.Existing> managed(String member) {
        return (input, call) -> managed(input.text(member), call);
    }

    /** The key of the caller's own account that a member of the input names by its id or ARN, whoever manages it. */
    public Operation.Subjects<Key.Existing> own(String member) {
        return (input, call) -> own(input.text(member), call);
    }

    /** The key that a member of the input names by its id or ARN, of whichever account, to grant what may be done with it. */
    public Operation.Subjects<KeyLookup.Found> grantable(String member) {
        return (input, call) -> grantable(input.text(member), call);
    }

    /** @see #grantable(String) */
    public Subject<KeyLookup.Found> grantable(String reference, Call call) {
        return switch (parse(call, reference)) {
            case KeyReference.ByAlias _ -> throw KmsFaults.invalidKeyId(reference);
            case KeyReference.ById _ -> usable(reference, call);
        };
    }

    /** @see #usable(String) */
    public Subject<KeyLookup.Found> usable(String reference, Call call) {
        KeyReference parsed = parse(call, reference);
        if (!parsed.where().equals(call.where())) {
            return Subject.later(() -> present(find(reference, call)), access(pointedTo(parsed, call), call));
        }
        KeyLookup.Result result = find(reference, call);
        return switch (result) {
            case KeyLookup.Found found ->
                Subject.of(
                        found,
                        call.access(found.facts().arn())
                                .where(KeyConditions.of(call, parsed, found.facts()))
                                .under(KeyGate.of(found.facts(), call)));
            case KeyLookup.NotFound _
            when parsed instanceof KeyReference.ById -> Subject.later(() -> present(result), access(parsed, call));
            case KeyLookup.NotFound _, KeyLookup.Malformed _ -> throw fault(result);
        };
    }

    /** @see #managed(String) */
    public Subject<Key.Existing> managed(String reference, Call call) {
        return own(reference, call).map(key -> manageable(key, call));
    }

    /** An alias is refused as KMS refuses it. */
    public Subject<Key.Existing> own(String reference, Call call) {
        return switch (parse(call, reference)) {
            case KeyReference.ByAlias _ -> throw KmsFaults.invalidKeyId(reference);
            case KeyReference.ById named ->
                Subject.later(() -> own(named.where(), named.keyId(), call), access(named, call));
        };
    }

    /** Permission for the operation's own action on what a reference names, whether it is there or not. */
    public static Access access(KeyReference reference, Call call) {
        return call.access(arn(reference))
                .where(KeyConditions.of(call, reference))
                .under(KeyGate.of(reference, call));
    }

    /** The key that another account's alias points to; an alias that points to none says nothing. */
    public static KeyReference pointedTo(KeyReference reference, Call call) {
        return reference instanceof KeyReference.ByAlias(AccountRegion where, AliasName alias)
                        && call.load(Alias.TYPE, new Alias.Id(where, alias)) instanceof Alias.Pointing(KeyId target)
                ? new KeyReference.ById(where, target)
                : reference;
    }

    private static Key.Existing manageable(Key.Existing key, Call call) {
        if (key.facts().manager() == KeyManager.AWS) {
            throw notAuthorized(call, key.facts().arn());
        }
        return key;
    }

    private static Key.Existing own(AccountRegion where, KeyId keyId, Call call) {
        if (!where.equals(call.where())) {
            throw notAuthorized(call, keyId.arn(where));
        }
        return switch (call.load(Key.TYPE, new Key.Id(where, keyId))) {
            case Key.Existing existing -> existing;
            case Key.Absent _ -> throw KmsFaults.notFound(keyId.arn(where));
        };
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

    private KeyLookup.Result find(String reference, Call call) {
        return lookup.find(
                call,
                call.where(),
                reference,
                call.context().requestId(),
                call.context().at());
    }

    private static KeyLookup.Found present(KeyLookup.Result result) {
        return switch (result) {
            case KeyLookup.Found found -> found;
            case KeyLookup.NotFound _, KeyLookup.Malformed _ -> throw fault(result);
        };
    }

    private static AwsFault fault(KeyLookup.Result result) {
        return switch (result) {
            case KeyLookup.NotFound(Arn arn) -> KmsFaults.notFound(arn);
            case KeyLookup.Malformed(String text) -> KmsFaults.invalidKeyId(text);
            case KeyLookup.Found _ -> throw new IllegalStateException("The key is there");
        };
    }

    private static AwsFault notAuthorized(Call call, Arn resource) {
        return KmsFaults.notAuthorized(call.context().principal().arn(), call.action(), resource);
    }
}
