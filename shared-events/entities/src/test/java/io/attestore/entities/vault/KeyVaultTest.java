package io.attestore.entities.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.attestore.cryptography.root.UnwrapException;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.entities.History;
import io.attestore.entities.MemoryGroupKeys;
import io.attestore.entities.iam.AccessKey;
import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.Region;
import io.attestore.events.identity.AccessKeyCreated;
import io.attestore.events.log.KeyRowChange;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A key opens for what it was made for, whatever an event or a row says. */
class KeyVaultTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final AccountId MINE = new AccountId("111122223333");
    private static final AccountId YOURS = new AccountId("444455556666");
    private static final AccountRegion WHERE = new AccountRegion(MINE, new Region("eu-west-1"));
    private static final ValuePlace PLACE = ValuePlace.ofParameter(new ParameterId(WHERE, "/db"), 3);

    private final History history = new History();
    private final SecureRandom random = new SecureRandom();
    private final KeyVault vault = new KeyVault(MemoryGroupKeys.fresh(random), history, random, 100);

    @Test
    void an_access_key_of_one_account_is_none_of_another_even_if_an_event_says_so() {
        AccessKeyId yours = new AccessKeyId("AKIAYOURSYOURSYOURS1");
        try (SecretBytes secret = SecretBytes.random(40, random)) {
            put(vault.wrapAccessKey(YOURS, yours, secret));
        }
        history.append(NOON, List.of(new AccessKeyCreated(MINE, yours, "iam/access-key/" + yours)), List.of());
        AccessKey.Active claimed = (AccessKey.Active) history.load(AccessKey.TYPE, yours);

        assertThatExceptionOfType(UnwrapException.class)
                .isThrownBy(() -> vault.accessKeySecret(claimed.account(), claimed.id()));
        assertThat(vault.accessKeySecret(YOURS, yours)).isPresent();
    }

    @Test
    void an_access_key_is_not_found_by_the_row_that_an_event_names() {
        AccessKeyId yours = new AccessKeyId("AKIAYOURSYOURSYOURS1");
        AccessKeyId mine = new AccessKeyId("AKIAMINEMINEMINEMIN1");
        try (SecretBytes secret = SecretBytes.random(40, random)) {
            put(vault.wrapAccessKey(YOURS, yours, secret));
        }
        history.append(NOON, List.of(new AccessKeyCreated(MINE, mine, "iam/access-key/" + yours)), List.of());
        AccessKey.Active claimed = (AccessKey.Active) history.load(AccessKey.TYPE, mine);

        assertThat(vault.accessKeySecret(claimed.account(), claimed.id())).isEmpty();
    }

    @Test
    void a_data_key_opens_for_its_version_alone_in_memory_and_from_the_table() {
        KeyVault.NewDataKey made = vault.newDataKey(PLACE);
        put(made.row());
        ValuePlace otherVersion = ValuePlace.ofParameter(new ParameterId(WHERE, "/db"), 4);
        ValuePlace otherName = ValuePlace.ofParameter(new ParameterId(WHERE, "/other"), 3);

        for (ValuePlace other : List.of(otherVersion, otherName)) {
            assertThatExceptionOfType(UnwrapException.class).isThrownBy(() -> vault.dataKey(made.rowId(), other));
        }
        assertThat(vault.dataKey(made.rowId(), PLACE)).isPresent();
        for (ValuePlace other : List.of(otherVersion, otherName)) {
            assertThatExceptionOfType(UnwrapException.class).isThrownBy(() -> vault.dataKey(made.rowId(), other));
        }
    }

    private void put(KeyRowChange row) {
        history.append(NOON, List.of(), List.of(row));
    }
}
