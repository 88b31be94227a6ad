package io.attestore.command.iam.change;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Access;
import io.attestore.contract.operation.Call;
import io.attestore.entities.iam.policy.ManagedPolicies;
import io.attestore.events.id.Arn;
import io.attestore.events.id.IamResource;
import io.attestore.events.identity.IdentityEvent;
import io.attestore.events.identity.PermissionsBoundaryPut;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the creations of users, roles, policies and instance profiles have in common. */
public final class Creation {

    private static final String ROOT_PATH = "/";

    private Creation() {}

    /** The path that is asked for. */
    public static String path(Structure input) {
        return input.optionalText("Path").orElse(ROOT_PATH);
    }

    /** Permission to make something; with tags, permission to tag it, too. */
    public static List<Access> access(Access creation, Structure input, String tagAction) {
        return input.structures("Tags").isEmpty()
                ? List.of(creation)
                : List.of(creation, Access.to(tagAction, creation.arn().orElseThrow()));
    }

    /** What comes to be with a user or role: with a boundary, a use of that policy. */
    public static List<IdentityEvent> events(IdentityEvent created, IamResource holder, Optional<Arn> boundary) {
        List<IdentityEvent> events = new ArrayList<>(List.of(created));
        boundary.ifPresent(policy -> events.add(new PermissionsBoundaryPut(holder, policy, Optional.empty())));
        return events;
    }

    public static Optional<Arn> boundary(Structure input, Call call) {
        return input.optionalText("PermissionsBoundary").map(arn -> ManagedPolicies.boundary(arn, call));
    }
}
