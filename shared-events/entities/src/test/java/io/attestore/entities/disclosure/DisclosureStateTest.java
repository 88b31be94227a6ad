package io.attestore.entities.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.events.Event;
import io.attestore.events.disclosure.DisclosureResumed;
import io.attestore.events.disclosure.DisclosureStopped;
import io.attestore.events.id.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DisclosureStateTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final List<AccountId> ACCOUNTS = List.of(new AccountId("123456789012"));

    private DisclosureState state = DisclosureState.TYPE.initial().apply(DisclosureState.Id.WHOLE_STORE);

    @Test
    void disclosure_is_permitted_until_it_is_stopped_and_again_when_it_is_resumed() {
        assertThat(state).isEqualTo(new DisclosureState.Permitted());

        happened(new DisclosureStopped("a leak", ACCOUNTS), NOON);
        assertThat(state).isEqualTo(new DisclosureState.Stopped("a leak", NOON));

        happened(new DisclosureResumed(Optional.empty(), ACCOUNTS), NOON.plusSeconds(1));
        assertThat(state).isEqualTo(new DisclosureState.Permitted());
    }

    @Test
    void a_second_order_gives_another_reason_and_one_resumption_ends_both() {
        happened(new DisclosureStopped("a leak", ACCOUNTS), NOON);
        happened(new DisclosureStopped("still leaking", ACCOUNTS), NOON.plusSeconds(60));
        assertThat(state).isEqualTo(new DisclosureState.Stopped("still leaking", NOON));

        happened(new DisclosureResumed(Optional.of("mended"), ACCOUNTS), NOON.plusSeconds(90));
        assertThat(state).isEqualTo(new DisclosureState.Permitted());
    }

    @Test
    void the_events_of_every_order_carry_the_one_tag() {
        assertThat(new DisclosureStopped("a leak", ACCOUNTS).tags())
                .isEqualTo(new DisclosureResumed(Optional.empty(), ACCOUNTS).tags())
                .containsExactly(DisclosureState.TYPE.tag().apply(DisclosureState.Id.WHOLE_STORE));
    }

    private void happened(Event event, Instant at) {
        state = DisclosureState.TYPE.evolve().evolve(state, event, at, 0);
    }
}
