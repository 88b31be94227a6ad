package io.attestore.events.catalogue;

import io.attestore.events.Event;
import io.attestore.events.call.CallAnswered;
import io.attestore.events.call.CallRefused;
import io.attestore.events.call.RefusalsNotRecorded;
import io.attestore.events.disclosure.DisclosureResumed;
import io.attestore.events.disclosure.DisclosureStopped;
import io.attestore.events.identity.AccessKeyCreated;
import io.attestore.events.identity.AccountCreated;
import io.attestore.events.key.AliasCreated;
import io.attestore.events.key.KeyCreated;
import io.attestore.events.key.KeyDisabled;
import io.attestore.events.key.KeyEnabled;
import io.attestore.events.key.KeyMaterialRotated;
import io.attestore.events.key.KeyUseRefused;
import io.attestore.events.key.KeyUsed;
import io.attestore.events.log.LogSealed;
import io.attestore.events.parameter.DeletedParameterDestroyed;
import io.attestore.events.parameter.ParameterAttributesChanged;
import io.attestore.events.parameter.ParameterCreated;
import io.attestore.events.parameter.ParameterDeleted;
import io.attestore.events.parameter.ParameterMadeAdvanced;
import io.attestore.events.parameter.ParameterPoliciesPut;
import io.attestore.events.parameter.ParameterPolicyActed;
import io.attestore.events.parameter.ParameterRead;
import io.attestore.events.parameter.ParameterResourcePolicyDeleted;
import io.attestore.events.parameter.ParameterResourcePolicyPut;
import io.attestore.events.parameter.ParameterRestored;
import io.attestore.events.parameter.ParameterTagged;
import io.attestore.events.parameter.ParameterUntagged;
import io.attestore.events.parameter.ParameterVersionDestroyed;
import io.attestore.events.parameter.ParameterVersionLabelled;
import io.attestore.events.parameter.ParameterVersionPut;
import io.attestore.events.parameter.ParameterVersionUnlabelled;
import io.attestore.events.setting.ServiceSettingReset;
import io.attestore.events.setting.ServiceSettingUpdated;
import io.attestore.events.shredding.KeyGroupsRolled;
import io.attestore.events.shredding.KeyRowsGrouped;
import java.util.List;

/**
 * Every event with its stored name and version. A name never changes once it has been stored: a class may be renamed,
 * its entry here may not.
 */
public final class EventCatalogue {

    private EventCatalogue() {}

    /** One stored type: {@code name} and {@code version} as the log's columns have them. */
    public record Entry(String name, String version, Class<? extends Event> type) {}

    public static final List<Entry> ENTRIES = List.of(
            new Entry("call.CallAnswered", "1", CallAnswered.class),
            new Entry("call.CallRefused", "1", CallRefused.class),
            new Entry("call.RefusalsNotRecorded", "1", RefusalsNotRecorded.class),
            new Entry("log.LogSealed", "1", LogSealed.class),
            new Entry("iam.AccountCreated", "1", AccountCreated.class),
            new Entry("iam.AccessKeyCreated", "1", AccessKeyCreated.class),
            new Entry("store.DisclosureStopped", "1", DisclosureStopped.class),
            new Entry("store.DisclosureResumed", "1", DisclosureResumed.class),
            new Entry("kms.KeyCreated", "1", KeyCreated.class),
            new Entry("kms.AliasCreated", "1", AliasCreated.class),
            new Entry("kms.KeyEnabled", "1", KeyEnabled.class),
            new Entry("kms.KeyDisabled", "1", KeyDisabled.class),
            new Entry("kms.KeyMaterialRotated", "1", KeyMaterialRotated.class),
            new Entry("kms.KeyUsed", "1", KeyUsed.class),
            new Entry("kms.KeyUseRefused", "1", KeyUseRefused.class),
            new Entry("ssm.ParameterCreated", "1", ParameterCreated.class),
            new Entry("ssm.ParameterMadeAdvanced", "1", ParameterMadeAdvanced.class),
            new Entry("ssm.ParameterVersionPut", "1", ParameterVersionPut.class),
            new Entry("ssm.ParameterPoliciesPut", "1", ParameterPoliciesPut.class),
            new Entry("ssm.ParameterAttributesChanged", "1", ParameterAttributesChanged.class),
            new Entry("ssm.ParameterTagged", "1", ParameterTagged.class),
            new Entry("ssm.ParameterUntagged", "1", ParameterUntagged.class),
            new Entry("ssm.ParameterVersionLabelled", "1", ParameterVersionLabelled.class),
            new Entry("ssm.ParameterVersionUnlabelled", "1", ParameterVersionUnlabelled.class),
            new Entry("ssm.ParameterVersionDestroyed", "1", ParameterVersionDestroyed.class),
            new Entry("ssm.ParameterDeleted", "1", ParameterDeleted.class),
            new Entry("ssm.ParameterPolicyActed", "1", ParameterPolicyActed.class),
            new Entry("ssm.ParameterRestored", "1", ParameterRestored.class),
            new Entry("ssm.DeletedParameterDestroyed", "1", DeletedParameterDestroyed.class),
            new Entry("ssm.ParameterResourcePolicyPut", "1", ParameterResourcePolicyPut.class),
            new Entry("ssm.ParameterResourcePolicyDeleted", "1", ParameterResourcePolicyDeleted.class),
            new Entry("ssm.ParameterRead", "1", ParameterRead.class),
            new Entry("ssm.ServiceSettingUpdated", "1", ServiceSettingUpdated.class),
            new Entry("ssm.ServiceSettingReset", "1", ServiceSettingReset.class),
            new Entry("keys.KeyGroupsRolled", "1", KeyGroupsRolled.class),
            new Entry("keys.KeyRowsGrouped", "1", KeyRowsGrouped.class));
}
