package io.attestore.events;

import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.AliasName;
import io.attestore.events.id.Arn;
import io.attestore.events.id.IamId;
import io.attestore.events.id.IamKind;
import io.attestore.events.id.IamResource;
import io.attestore.events.id.KeyId;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.Region;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
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

    /** The grants on a key. */
    public static EventTag grants(AccountRegion where, KeyId keyId) {
        return new EventTag("grants", where.prefix() + keyId);
    }

    /** The grants in a Region that somebody is named to end. */
    public static EventTag retirableGrants(Region region, String principalId) {
        return new EventTag("retirable", region + "/" + principalId);
    }

    /** The identity providers that an account trusts. */
    public static EventTag openIdProviders(AccountId account) {
        return new EventTag("openid", account.value());
    }

    /** The locks of an account. */
    public static EventTag locks(AccountId account) {
        return new EventTag("locks", account.value());
    }

    /** What happened to the key table as a whole. */
    public static EventTag keyTable() {
        return new EventTag("keytable", "all");
    }

    /** One account. */
    public static EventTag account(AccountId id) {
        return new EventTag("account", id.value());
    }

    /** One resource of IAM: a user, group, role, policy or instance profile. */
    public static EventTag iam(IamId id) {
        return new EventTag("iam", id.value());
    }

    /** Whose a name of IAM's is, whatever its case. */
    public static EventTag iamName(AccountId account, IamKind kind, String name) {
        return new EventTag("iamname", account + "/" + kind.arnType() + "/" + IamResource.folded(name));
    }

    /** Which resources of one kind an account has. */
    public static EventTag iamOf(AccountId account, IamKind kind) {
        return new EventTag("iamof", account + "/" + kind.arnType());
    }

    /** What the coming and going of one resource of IAM changes. */
    public static Set<EventTag> created(IamResource resource) {
        return Set.of(
                iam(resource.id()),
                iamName(resource.account(), resource.kind(), resource.name()),
                iamOf(resource.account(), resource.kind()));
    }

    /** What another name of a resource of IAM changes. */
    public static Set<EventTag> renamed(IamResource before, IamResource after) {
        Set<EventTag> tags = new HashSet<>(created(before));
        tags.addAll(created(after));
        return Set.copyOf(tags);
    }

    /** Which users a group has. */
    public static EventTag membersOf(IamId group) {
        return new EventTag("iammembers", group.value());
    }

    /** In which instance profiles a role is. */
    public static EventTag instanceProfilesOf(IamId role) {
        return new EventTag("iamprofiles", role.value());
    }

    /** To what a managed policy is attached in an account, and what it limits. */
    public static EventTag attachmentsOf(AccountId account, Arn policy) {
        return new EventTag("iamattachments", account + "/" + policy);
    }

    /** A user or role, and what is attached where, when another policy limits it. */
    public static Set<EventTag> boundary(IamResource holder, Arn policy, Optional<Arn> before) {
        Set<EventTag> tags = new HashSet<>();
        tags.add(iam(holder.id()));
        tags.add(attachmentsOf(holder.account(), policy));
        before.ifPresent(earlier -> tags.add(attachmentsOf(holder.account(), earlier)));
        return Set.copyOf(tags);
    }

    /** Which access keys a user has. */
    public static EventTag accessKeysOf(IamId user) {
        return new EventTag("accesskeysof", user.value());
    }

    /** What becomes of one access key, of a user or of an account's root. */
    public static Set<EventTag> accessKeyOf(AccountId account, Optional<IamResource> user, AccessKeyId id) {
        return Set.of(
                accessKey(id),
                accessKeys(),
                user.map(owner -> accessKeysOf(owner.id())).orElseGet(() -> account(account)));
    }

    /** Whose an account alias is, in all accounts. */
    public static EventTag accountAlias(String alias) {
        return new EventTag("accountalias", alias);
    }
}
