package io.attestore.proof.torture.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.proof.torture.linearizability.AliasCall;
import io.attestore.proof.torture.linearizability.KeyCall;
import io.attestore.proof.torture.linearizability.KeyGroupCall;
import io.attestore.proof.torture.linearizability.ParameterCall.Deleted;
import io.attestore.proof.torture.linearizability.ParameterCall.Put;
import io.attestore.proof.torture.linearizability.ParameterCall.Read;
import io.attestore.proof.torture.linearizability.PermissionCall;
import io.attestore.proof.torture.linearizability.TimedCall;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class HistoryCheckTest {

    private static final String PARAMETER = "/p";

    private final History history = new History();
    private long now;

    @Test
    void a_history_of_many_objects_is_checked_object_by_object() {
        then(KeyGroupCall.of(KeyCall.USED, PARAMETER, new Put("a", OptionalLong.of(1))));
        then(KeyGroupCall.of(KeyCall.USED, PARAMETER, new Read(1, "a")));
        then(KeyGroupCall.of(KeyCall.DISABLE));
        alias(new AliasCall.Created("key"));
        alias(new AliasCall.AlreadyExists());
        assertThat(HistoryCheck.of(history)).isEqualTo(new HistoryCheck.Result(4, 0, List.of()));
    }

    @Test
    void a_use_of_a_disabled_key_is_told_with_what_led_up_to_it() {
        then(KeyGroupCall.of(KeyCall.USED, PARAMETER, new Put("a", OptionalLong.of(1))));
        then(KeyGroupCall.of(KeyCall.DISABLE));
        then(KeyGroupCall.of(KeyCall.USED, PARAMETER, new Read(1, "a")));
        assertThat(HistoryCheck.of(history).violations())
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .contains("key group")
                        .contains("DISABLE")
                        .contains("USED"));
    }

    @Test
    void a_stale_read_is_told_with_what_led_up_to_it() {
        then(KeyGroupCall.of(KeyCall.USED, PARAMETER, new Put("a", OptionalLong.of(1))));
        then(KeyGroupCall.of(PARAMETER, new Deleted()));
        then(KeyGroupCall.of(KeyCall.USED, PARAMETER, new Read(1, "a")));
        assertThat(HistoryCheck.of(history).violations())
                .singleElement()
                .satisfies(text -> assertThat(text).contains("parameter /p").contains("Deleted"));
    }

    @Test
    void an_alias_that_was_created_twice_is_told() {
        alias(new AliasCall.Created("one"));
        alias(new AliasCall.Created("other"));
        assertThat(HistoryCheck.of(history).violations()).hasSize(1);
    }

    /** Each for itself is fine: the put saw the key enabled, the key was disabled before it was read of. */
    @Test
    void a_call_that_saw_the_key_at_one_time_and_the_parameter_at_another_is_told() {
        TimedCall<KeyGroupCall> both =
                new TimedCall<>(KeyGroupCall.of(KeyCall.USED, PARAMETER, new Read(2, "b")), 10, 100);
        history.add("group", new TimedCall<>(KeyGroupCall.of(PARAMETER, new Put("a", OptionalLong.of(1))), 1, 2));
        history.add("group", both);
        history.add("group", new TimedCall<>(KeyGroupCall.of(KeyCall.DISABLE), 20, 30));
        history.add("group", new TimedCall<>(KeyGroupCall.of(PARAMETER, new Put("b", OptionalLong.of(2))), 40, 50));
        assertThat(HistoryCheck.of(history).violations())
                .singleElement()
                .satisfies(text -> assertThat(text).contains("key group with its parameters"));
    }

    @Test
    void a_read_after_a_permission_was_withdrawn_is_told() {
        permission(PermissionCall.DENIED, PermissionCall.ALLOW, PermissionCall.ALLOWED, PermissionCall.WITHDRAW);
        permission(PermissionCall.DENIED, PermissionCall.NO_POLICY);
        assertThat(HistoryCheck.of(history).violations()).isEmpty();

        permission(PermissionCall.ALLOWED);
        assertThat(HistoryCheck.of(history).violations())
                .singleElement()
                .satisfies(text ->
                        assertThat(text).contains("the permissions of reader").contains("WITHDRAW"));
    }

    @Test
    void a_read_in_spite_of_a_lock_is_told() {
        permission(PermissionCall.ALLOW, PermissionCall.NO_LOCK, PermissionCall.LOCK, PermissionCall.DENIED);
        permission(PermissionCall.UNLOCK, PermissionCall.ALLOWED, PermissionCall.LOCK);
        assertThat(HistoryCheck.of(history).violations()).isEmpty();

        permission(PermissionCall.ALLOWED);
        assertThat(HistoryCheck.of(history).violations()).hasSize(1);
    }

    private void permission(PermissionCall... calls) {
        for (PermissionCall call : calls) {
            history.addPermission("reader", new TimedCall<>(call, now++, now++));
        }
    }

    private void then(KeyGroupCall call) {
        history.add("group", new TimedCall<>(call, now++, now++));
    }

    private void alias(AliasCall call) {
        history.addAlias("alias/a", new TimedCall<>(call, now++, now++));
    }
}
