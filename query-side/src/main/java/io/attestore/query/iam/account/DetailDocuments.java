package io.attestore.query.iam.account;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Call;
import io.attestore.entities.iam.document.IamDocuments;
import io.attestore.entities.iam.document.PolicyDocuments;
import io.attestore.entities.iam.group.Group;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.entities.iam.policy.ManagedPolicy;
import io.attestore.entities.iam.policy.PolicyAttachments;
import io.attestore.entities.iam.policy.PolicyHolder;
import io.attestore.entities.iam.role.Role;
import io.attestore.entities.iam.role.RoleProfiles;
import io.attestore.entities.iam.user.User;
import io.attestore.events.id.IamId;
import io.attestore.query.iam.policy.HeldPolicyLists;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the details of an account tell of each user, group, role and managed policy. */
final class DetailDocuments {

    private DetailDocuments() {}

    static AuthorizationDetail user(User.Existing user, Call call) {
        Structure.Builder document = IamDocuments.resource(user.resource(), user.createdAt());
        inline(document, "UserPolicyList", user);
        document.putTexts(
                "GroupList",
                user.groups().stream()
                        .map(id -> NamedInIam.GROUPS
                                .existing(new IamId(id), call)
                                .resource()
                                .name())
                        .toList());
        attached(document, user);
        IamDocuments.boundary(document, user.policies());
        IamDocuments.tags(document, user.tags());
        return new AuthorizationDetail("UserDetailList", document.build());
    }

    static AuthorizationDetail group(Group.Existing group) {
        Structure.Builder document = IamDocuments.resource(group.resource(), group.createdAt());
        inline(document, "GroupPolicyList", group);
        attached(document, group);
        return new AuthorizationDetail("GroupDetailList", document.build());
    }

    static AuthorizationDetail role(Role.Existing role, Call call) {
        Structure.Builder document = IamDocuments.resource(role.resource(), role.createdAt())
                .put(
                        "AssumeRolePolicyDocument",
                        IamDocuments.encoded(role.trust().document()));
        document.putAll(
                "InstanceProfileList",
                call.load(RoleProfiles.TYPE, role.resource().id()).profiles().stream()
                        .map(id -> IamDocuments.instanceProfile(
                                NamedInIam.INSTANCE_PROFILES.existing(new IamId(id), call), Optional.of(role)))
                        .toList());
        inline(document, "RolePolicyList", role);
        attached(document, role);
        IamDocuments.boundary(document, role.policies());
        IamDocuments.tags(document, role.tags());
        return new AuthorizationDetail("RoleDetailList", document.build());
    }

    static AuthorizationDetail policy(ManagedPolicy policy, Call call) {
        PolicyAttachments uses = call.load(
                PolicyAttachments.TYPE, new PolicyAttachments.Id(call.where().account(), policy.arn()));
        return new AuthorizationDetail("Policies", PolicyDocuments.detailed(policy, uses));
    }

    private static void inline(Structure.Builder document, String list, PolicyHolder holder) {
        List<Structure> policies = new ArrayList<>();
        holder.policies()
                .inline()
                .forEach((name, policy) -> policies.add(Structure.builder()
                        .put("PolicyName", name)
                        .put("PolicyDocument", IamDocuments.encoded(policy.text()))
                        .build()));
        document.putAll(list, policies);
    }

    private static void attached(Structure.Builder document, PolicyHolder holder) {
        document.putAll(
                "AttachedManagedPolicies",
                holder.policies().attached().values().stream()
                        .map(HeldPolicyLists::attached)
                        .toList());
    }
}
