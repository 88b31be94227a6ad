package io.attestore.events.identity;

import io.attestore.events.Event;

/** An event of accounts, and of the users, groups, roles, policies and access keys in them. */
public sealed interface IdentityEvent extends Event
        permits AccountCreated,
                AccessKeyCreated,
                UserCreated,
                GroupCreated,
                RoleCreated,
                RoleUpdated,
                TrustPolicyPut,
                PolicyCreated,
                PolicyVersionCreated,
                DefaultPolicyVersionSet,
                PolicyVersionDeleted,
                InstanceProfileCreated,
                RoleAddedToInstanceProfile,
                RoleRemovedFromInstanceProfile,
                IamResourceRenamed,
                IamResourceDeleted,
                IamResourceTagged,
                IamResourceUntagged,
                InlinePolicyPut,
                InlinePolicyDeleted,
                PolicyAttached,
                PolicyDetached,
                PermissionsBoundaryPut,
                PermissionsBoundaryDeleted,
                UserAddedToGroup,
                UserRemovedFromGroup,
                UserAccessKeyCreated,
                AccessKeyStatusChanged,
                AccessKeyDeleted,
                AccountAliasCreated,
                AccountAliasDeleted {}
