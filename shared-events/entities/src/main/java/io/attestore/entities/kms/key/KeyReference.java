package io.attestore.entities.kms.key;

import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.AliasName;
import io.attestore.events.id.Arn;
import io.attestore.events.id.KeyId;
import io.attestore.events.id.Region;
import java.util.Optional;

/**
 * One of the four ways to name a key: key id, key ARN, alias name, alias ARN.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id">KMS: key identifiers</a>
 */
public sealed interface KeyReference {

    AccountRegion where();

    record ById(AccountRegion where, KeyId keyId) implements KeyReference {}

    record ByAlias(AccountRegion where, AliasName alias) implements KeyReference {}

    /**
     * Reads a reference. Empty if it has none of the four forms.
     *
     * @param here where a reference points that is not an ARN
     */
    static Optional<KeyReference> parse(String text, AccountRegion here) {
        if (text.startsWith("arn:")) {
            return Arn.parse(text).flatMap(KeyReference::ofArn);
        }
        return ofResource(text.startsWith("alias/") ? text : "key/" + text, here);
    }

    private static Optional<KeyReference> ofArn(Arn arn) {
        boolean kms = arn.service().equals("kms")
                && AccountId.isValid(arn.account())
                && Region.isValid(arn.region())
                && new Region(arn.region()).partition().equals(arn.partition());
        if (!kms) {
            return Optional.empty();
        }
        AccountRegion where = new AccountRegion(new AccountId(arn.account()), new Region(arn.region()));
        return ofResource(arn.resource(), where);
    }

    private static Optional<KeyReference> ofResource(String resource, AccountRegion where) {
        if (resource.startsWith("key/") && KeyId.isValid(resource.substring("key/".length()))) {
            return Optional.of(new ById(where, new KeyId(resource.substring("key/".length()))));
        }
        return AliasName.isValid(resource)
                ? Optional.of(new ByAlias(where, new AliasName(resource)))
                : Optional.empty();
    }
}
