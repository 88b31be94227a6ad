package io.attestore.cryptography.group;

import static io.attestore.cryptography.Secrets.exposed;
import static io.attestore.cryptography.Secrets.withBitFlipped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.attestore.cryptography.material.KeyMaterial;
import io.attestore.cryptography.root.RootKey;
import io.attestore.cryptography.root.UnwrapException;
import io.attestore.cryptography.root.UnwrapException.Reason;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.cryptography.value.DataKey;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupKeysTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ROW = "ssm/111122223333/eu-central-1/6b0d";
    private static final KeyPurpose PURPOSE = new KeyPurpose("data key ssm/111122223333/eu-central-1//db", "3");

    @TempDir
    Path folder;

    private GroupKeyFile file;
    private GroupKeys keys;
    private OptionalInt generation = OptionalInt.empty();
    private final AtomicLong refusals = new AtomicLong();

    @BeforeEach
    void open() {
        file = GroupKeyFile.openOrCreate(folder.resolve("keys"), 8, RootKey.generate(RANDOM), RANDOM);
        keys = new GroupKeys(file, group -> generation, refusals::get, RANDOM);
    }

    @AfterEach
    void close() {
        file.close();
    }

    @Test
    void unwraps_what_it_wrapped() {
        DataKey dataKey = DataKey.generate(RANDOM);
        KeyMaterial material = KeyMaterial.generate(RANDOM);

        assertThat(exposed(keys.unwrapDataKey(ROW, PURPOSE, keys.wrap(ROW, PURPOSE, dataKey))
                        .copyKey()))
                .isEqualTo(exposed(dataKey.copyKey()));
        assertThat(keys.unwrapKeyMaterial(ROW, PURPOSE, keys.wrap(ROW, PURPOSE, material))
                        .id())
                .isEqualTo(material.id());
        assertThat(exposed(keys.unwrapSecret(
                        ROW, PURPOSE, keys.wrap(ROW, PURPOSE, SecretBytes.copyOf(new byte[] {1, 2})))))
                .containsExactly(1, 2);
    }

    @Test
    void does_not_open_in_another_row_for_another_purpose_or_as_another_kind() {
        byte[] wrapped = keys.wrap(ROW, PURPOSE, DataKey.generate(RANDOM));

        assertThat(List.<ThrowingCallable>of(
                        () -> keys.unwrapDataKey(ROW + "0", PURPOSE, wrapped),
                        () -> keys.unwrapDataKey(ROW, new KeyPurpose(PURPOSE.owner(), "4"), wrapped),
                        () -> keys.unwrapDataKey(ROW, new KeyPurpose(PURPOSE.owner() + "3", ""), wrapped),
                        () -> keys.unwrapSecret(ROW, PURPOSE, wrapped)))
                .allSatisfy(attempt -> assertThat(reasonOf(attempt)).isEqualTo(Reason.NOT_AUTHENTIC));
        assertThat(keys.opens(ROW, PURPOSE, wrapped)).isTrue();
        assertThat(keys.opens(ROW, new KeyPurpose(PURPOSE.owner(), "4"), wrapped))
                .isFalse();
    }

    @Test
    void a_flipped_bit_anywhere_and_it_does_not_open() {
        byte[] wrapped = keys.wrap(ROW, PURPOSE, DataKey.generate(RANDOM));

        for (int bit = 0; bit < wrapped.length * 8; bit++) {
            assertThat(keys.opens(ROW, PURPOSE, withBitFlipped(wrapped, bit))).isFalse();
        }
    }

    @Test
    void lays_out_its_fields_as_documented() {
        byte[] wrapped = keys.wrap(ROW, PURPOSE, DataKey.generate(RANDOM));

        assertThat(wrapped).hasSize(68 + 32 + 16).startsWith(2, 2, 0);
        assertThat((int) wrapped[3]).isEqualTo(PURPOSE.group(8));
        assertThat(GroupGeneration.of(wrapped)).contains(new GroupGeneration(PURPOSE.group(8), 1));
    }

    @Test
    void all_keys_of_one_owner_are_in_one_group() {
        assertThat(new KeyPurpose(PURPOSE.owner(), "99").group(4096)).isEqualTo(PURPOSE.group(4096));
    }

    @Test
    void the_group_of_an_owner_never_changes() {
        assertThat(new KeyPurpose("access key 123456789012/AKIDEXAMPLE", "secret").group(4096))
                .isEqualTo(new KeyPurpose("access key 123456789012/AKIDEXAMPLE", "other").group(4096));
    }

    @Test
    void after_a_roll_nothing_that_is_left_of_the_row_before_opens_and_the_row_that_lives_does() {
        DataKey dataKey = DataKey.generate(RANDOM);
        byte[] before = keys.wrap(ROW, PURPOSE, dataKey);
        GroupGeneration first = GroupGeneration.of(before).orElseThrow();
        GroupKey next = file.makeNext(List.of(first)).getFirst();
        byte[] after = next.rewrap(ROW, before, file.find(first).orElseThrow(), RANDOM);

        file.destroy(List.of(first));
        GroupKeys fresh = new GroupKeys(file, group -> generation, refusals::get, RANDOM);

        assertThat(reasonOf(() -> fresh.unwrapDataKey(ROW, PURPOSE, before))).isEqualTo(Reason.KEY_GONE);
        assertThat(exposed(fresh.unwrapDataKey(ROW, PURPOSE, after).copyKey())).isEqualTo(exposed(dataKey.copyKey()));
        assertThat(keys.opens(ROW, PURPOSE, after)).isTrue();
    }

    @Test
    void wraps_under_the_key_in_force_and_asks_anew_when_it_was_refused() {
        GroupGeneration first = GroupGeneration.of(keys.wrap(ROW, PURPOSE, DataKey.generate(RANDOM)))
                .orElseThrow();
        file.makeNext(List.of(first));
        generation = OptionalInt.of(2);
        assertThat(generationOf(keys.wrap(ROW, PURPOSE, DataKey.generate(RANDOM))))
                .isEqualTo(1);

        refusals.incrementAndGet();

        assertThat(generationOf(keys.wrap(ROW, PURPOSE, DataKey.generate(RANDOM))))
                .isEqualTo(2);
    }

    @Test
    void a_next_key_that_is_not_in_force_yet_is_not_used() {
        GroupGeneration first = GroupGeneration.of(keys.wrap(ROW, PURPOSE, DataKey.generate(RANDOM)))
                .orElseThrow();
        generation = OptionalInt.of(1);
        file.makeNext(List.of(first));

        assertThat(generationOf(new GroupKeys(file, group -> generation, refusals::get, RANDOM)
                        .wrap(ROW, PURPOSE, DataKey.generate(RANDOM))))
                .isEqualTo(1);
    }

    private static int generationOf(byte[] wrapped) {
        return GroupGeneration.of(wrapped).orElseThrow().generation();
    }

    private static Reason reasonOf(ThrowingCallable attempt) {
        return catchThrowableOfType(UnwrapException.class, attempt).reason();
    }
}
