package io.attestore.server.model;

import io.attestore.events.Event;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.Arn;
import io.attestore.events.id.IamId;
import io.attestore.events.id.IamKind;
import io.attestore.events.id.IamResource;
import io.attestore.events.identity.GroupCreated;
import io.attestore.events.identity.InstanceProfileCreated;
import io.attestore.events.identity.OpenIdProviderCreated;
import io.attestore.events.identity.PolicyCreated;
import io.attestore.events.identity.RoleCreated;
import io.attestore.events.identity.RoleFacts;
import io.attestore.events.identity.TrustPolicy;
import io.attestore.events.identity.UserCreated;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A user, group, role, policy, instance profile and identity provider of one name: with tags and a boundary, as far as they can have any.
 */
final class IamOfEveryKind {

    private static final Map<String, String> TAGS = Map.of("Owner", "me");

    private IamOfEveryKind() {}

    static List<Event> named(String name, AccountId account, String boundary) {
        Optional<Arn> limit = Optional.of(new Arn(boundary));
        return List.of(
                new UserCreated(resource(IamKind.USER, account, name), TAGS, limit),
                new GroupCreated(resource(IamKind.GROUP, account, name)),
                new RoleCreated(
                        resource(IamKind.ROLE, account, name),
                        new RoleFacts(Optional.empty(), 3600),
                        new TrustPolicy("{}", Map.of()),
                        TAGS,
                        limit),
                new PolicyCreated(resource(IamKind.POLICY, account, name), "", "{}", TAGS),
                new InstanceProfileCreated(resource(IamKind.INSTANCE_PROFILE, account, name), TAGS),
                new OpenIdProviderCreated(account, name, List.of(), List.of(), TAGS));
    }

    private static IamResource resource(IamKind kind, AccountId account, String name) {
        IamId id = new IamId(
                kind.prefix() + "A".repeat(IamId.LENGTH - kind.prefix().length()));
        return new IamResource(id, IamResource.arn("aws", account, kind, "/", name));
    }
}
