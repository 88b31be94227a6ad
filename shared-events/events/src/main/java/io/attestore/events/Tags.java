package io.attestore.events;

import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.AliasName;
import io.attestore.events.id.KeyId;
import io.attestore.events.id.ParameterId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Every tag that a decision can depend on, in one place. */
public final class Tags {

    /** The key of {@link #parametersOf}; its values are the namespaces' prefixes. */
    public static final String PARAMETERS_OF = "parameters";

    private Tags() {}

    /** One parameter: its versions. */
    public static EventTag parameter(ParameterId id) {
        return new EventTag("parameter", id.where().prefix() + id.path());
    }

    /** Which parameters a namespace has: creations and deletions, not new versions. */
    public static EventTag parametersOf(AccountRegion where) {
        return new EventTag(PARAMETERS_OF, where.prefix());
    }

    /** Which tags and labels the parameters of a namespace have. */
    public static EventTag parameterMarksOf(AccountRegion where) {
        return new EventTag("parametermarks", where.prefix());
    }

    /** Which parameters of others are shared with an account in a Region. */
    public static EventTag sharedWith(AccountRegion consumer) {
        return new EventTag("sharedwith", consumer.prefix());
    }

    /** A parameter, and what is shared with each of these accounts in its Region. */
    public static Set<EventTag> ofSharing(ParameterId id, Collection<AccountId> consumers) {
        Set<EventTag> tags = new HashSet<>();
        tags.add(parameter(id));
        consumers.forEach(consumer ->
                tags.add(sharedWith(new AccountRegion(consumer, id.where().region()))));
        return Set.copyOf(tags);
    }

    /** The settings of Parameter Store in a namespace. */
    public static EventTag serviceSettings(AccountRegion where) {
        return new EventTag("servicesettings", where.prefix());
    }

    /** One KMS key: its state and material. */
    public static EventTag key(AccountRegion where, KeyId id) {
        return new EventTag("key", where.prefix() + id);
    }

    /** One alias: the key that it points to. */
    public static EventTag alias(AccountRegion where, AliasName name) {
        return new EventTag("alias", where.prefix() + name);
    }

    /** Which keys and aliases a namespace has. */
    public static EventTag keysOf(AccountRegion where) {
        return new EventTag("keys", where.prefix());
    }

    /** One access key: whether it is valid and whose it is. */
    public static EventTag accessKey(AccessKeyId id) {
        return new EventTag("accesskey", id.value());
    }

    /** Which access keys there are, in all accounts. */
    public static EventTag accessKeys() {
        return new EventTag("accesskeys", "all");
    }

    /** Whether the store discloses anything. */
    public static EventTag disclosure() {
        return new EventTag("disclosure", "all");
    }

    /** What happened to the key table as a whole. */
    public static EventTag keyTable() {
        return new EventTag("keytable", "all");
    }

    /** One account. */
    public static EventTag account(AccountId id) {
        return new EventTag("account", id.value());
    }
}
