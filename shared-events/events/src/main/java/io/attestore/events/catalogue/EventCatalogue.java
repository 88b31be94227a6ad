package io.attestore.events.catalogue;

import io.attestore.events.Event;
import io.attestore.events.call.CallAnswered;
import io.attestore.events.call.CallRefused;
import io.attestore.events.identity.AccessKeyCreated;
import io.attestore.events.identity.AccountCreated;
import io.attestore.events.key.AliasCreated;
import io.attestore.events.key.KeyCreated;
import io.attestore.events.key.KeyDisabled;
import io.attestore.events.key.KeyEnabled;
import io.attestore.events.key.KeyMaterialRotated;
import io.attestore.events.key.KeyUseRefused;
import io.attestore.events.key.KeyUsed;
import io.attestore.events.parameter.DeletedParameterDestroyed;
import io.attestore.events.parameter.ParameterCreated;
import io.attestore.events.parameter.ParameterDeleted;
import io.attestore.events.parameter.ParameterRead;
import io.attestore.events.parameter.ParameterRestored;
import io.attestore.events.parameter.ParameterVersionDestroyed;
import io.attestore.events.parameter.ParameterVersionPut;
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
            new Entry("iam.AccountCreated", "1", AccountCreated.class),
            new Entry("iam.AccessKeyCreated", "1", AccessKeyCreated.class),
            new Entry("kms.KeyCreated", "1", KeyCreated.class),
            new Entry("kms.AliasCreated", "1", AliasCreated.class),
            new Entry("kms.KeyEnabled", "1", KeyEnabled.class),
            new Entry("kms.KeyDisabled", "1", KeyDisabled.class),
            new Entry("kms.KeyMaterialRotated", "1", KeyMaterialRotated.class),
            new Entry("kms.KeyUsed", "1", KeyUsed.class),
            new Entry("kms.KeyUseRefused", "1", KeyUseRefused.class),
            new Entry("ssm.ParameterCreated", "1", ParameterCreated.class),
            new Entry("ssm.ParameterVersionPut", "1", ParameterVersionPut.class),
            new Entry("ssm.ParameterVersionDestroyed", "1", ParameterVersionDestroyed.class),
            new Entry("ssm.ParameterDeleted", "1", ParameterDeleted.class),
            new Entry("ssm.ParameterRestored", "1", ParameterRestored.class),
            new Entry("ssm.DeletedParameterDestroyed", "1", DeletedParameterDestroyed.class),
            new Entry("ssm.ParameterRead", "1", ParameterRead.class));
}
