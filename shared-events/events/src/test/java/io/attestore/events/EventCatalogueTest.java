package io.attestore.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.events.catalogue.EventCatalogue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is stored once keeps its name for ever: this list only ever grows. */
class EventCatalogueTest {

    private static final List<String> STORED = List.of(
            "call.CallAnswered 1",
            "call.CallRefused 1",
            "call.RefusalsNotRecorded 1",
            "iam.AccessKeyCreated 1",
            "iam.AccessKeyDeleted 1",
            "iam.AccessKeyStatusChanged 1",
            "iam.AccountAliasCreated 1",
            "iam.AccountAliasDeleted 1",
            "iam.AccountCreated 1",
            "iam.DefaultPolicyVersionSet 1",
            "iam.GroupCreated 1",
            "iam.IamResourceDeleted 1",
            "iam.IamResourceRenamed 1",
            "iam.IamResourceTagged 1",
            "iam.IamResourceUntagged 1",
            "iam.InlinePolicyDeleted 1",
            "iam.InlinePolicyPut 1",
            "iam.InstanceProfileCreated 1",
            "iam.OpenIdClientIdAdded 1",
            "iam.OpenIdClientIdRemoved 1",
            "iam.OpenIdProviderCreated 1",
            "iam.OpenIdProviderDeleted 1",
            "iam.OpenIdProviderTagged 1",
            "iam.OpenIdProviderUntagged 1",
            "iam.OpenIdThumbprintsPut 1",
            "iam.PermissionsBoundaryDeleted 1",
            "iam.PermissionsBoundaryPut 1",
            "iam.PolicyAttached 1",
            "iam.PolicyCreated 1",
            "iam.PolicyDetached 1",
            "iam.PolicyVersionCreated 1",
            "iam.PolicyVersionDeleted 1",
            "iam.RoleAddedToInstanceProfile 1",
            "iam.RoleCreated 1",
            "iam.RoleRemovedFromInstanceProfile 1",
            "iam.RoleUpdated 1",
            "iam.TrustPolicyPut 1",
            "iam.UserAccessKeyCreated 1",
            "iam.UserAddedToGroup 1",
            "iam.UserCreated 1",
            "iam.UserRemovedFromGroup 1",
            "keys.KeyGroupsRolled 1",
            "keys.KeyRowsGrouped 1",
            "kms.AliasCreated 1",
            "kms.GrantCreated 1",
            "kms.GrantRetired 1",
            "kms.GrantRevoked 1",
            "kms.KeyCreated 1",
            "kms.KeyDisabled 1",
            "kms.KeyEnabled 1",
            "kms.KeyMaterialRotated 1",
            "kms.KeyPolicyPut 1",
            "kms.KeyTagged 1",
            "kms.KeyUntagged 1",
            "kms.KeyUseRefused 1",
            "kms.KeyUsed 1",
            "lock.LockDeleted 1",
            "lock.LockPut 1",
            "log.LogSealed 1",
            "ssm.DeletedParameterDestroyed 1",
            "ssm.ParameterAttributesChanged 1",
            "ssm.ParameterCreated 1",
            "ssm.ParameterDeleted 1",
            "ssm.ParameterMadeAdvanced 1",
            "ssm.ParameterPoliciesPut 1",
            "ssm.ParameterPolicyActed 1",
            "ssm.ParameterRead 1",
            "ssm.ParameterResourcePolicyDeleted 1",
            "ssm.ParameterResourcePolicyPut 1",
            "ssm.ParameterRestored 1",
            "ssm.ParameterTagged 1",
            "ssm.ParameterUntagged 1",
            "ssm.ParameterVersionDestroyed 1",
            "ssm.ParameterVersionLabelled 1",
            "ssm.ParameterVersionPut 1",
            "ssm.ParameterVersionUnlabelled 1",
            "ssm.ServiceSettingReset 1",
            "ssm.ServiceSettingUpdated 1",
            "store.DisclosureResumed 1",
            "store.DisclosureStopped 1");

    @Test
    void every_event_that_was_ever_stored_has_its_name_still() {
        assertThat(EventCatalogue.ENTRIES)
                .extracting(entry -> entry.name() + " " + entry.version())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(STORED);
    }
}
