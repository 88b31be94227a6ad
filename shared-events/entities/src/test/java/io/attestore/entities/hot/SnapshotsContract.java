package io.attestore.entities.hot;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.state.EntityType;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.events.Bytes;
import io.attestore.events.Event;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.ParameterName;
import io.attestore.events.id.Region;
import io.attestore.events.log.RecordedEvent;
import io.attestore.events.parameter.ParameterTagged;
import io.attestore.events.parameter.ParameterType;
import io.attestore.events.parameter.ParameterVersionPut;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What states can expect of wherever they are stored. */
public abstract class SnapshotsContract {

    protected static final AccountRegion WHERE =
            new AccountRegion(new AccountId("123456789012"), new Region("eu-west-1"));
    protected static final ParameterId A = ParameterId.of(WHERE, new ParameterName("/a"));
    protected static final ParameterId B = ParameterId.of(WHERE, new ParameterName("/b"));

    /** What is tested, over a log that is empty at first. */
    protected abstract Snapshots snapshots();

    /** Appends events. */
    protected abstract void happened(Event... events);

    /** Everything that has happened. */
    protected abstract List<RecordedEvent> recorded();

    /** Waits until what was offered is stored, if it is going to be. */
    protected abstract void settle();

    @Test
    void where_nothing_was_stored_nothing_is_found() {
        happened(put(A, 1));

        assertThat(found(A)).isEmpty();
    }

    @Test
    void a_state_is_found_as_it_was_stored() {
        happened(put(A, 1), tagged(A), put(A, 2));
        store(A);

        Snapshots.Found<Parameter> found = found(A).orElseThrow();

        assertThat(found.state()).isEqualTo(folded(A, head()));
        assertThat(found.since()).isEmpty();
        assertThat(found.through()).isEqualTo(head());
    }

    @Test
    void a_state_of_nothing_is_stored_like_any_other() {
        happened(put(B, 1));
        store(A);

        assertThat(found(A)).map(Snapshots.Found::state).contains(folded(A, head()));
    }

    @Test
    void what_has_happened_since_comes_in_its_order_and_nothing_of_others() {
        happened(put(A, 1));
        store(A);
        happened(put(B, 1), tagged(A), put(A, 2), put(B, 2), put(A, 3), put(B, 3));

        Snapshots.Found<Parameter> found = found(A).orElseThrow();

        assertThat(found.since()).extracting(RecordedEvent::position).containsExactly(2L, 3L, 5L);
        assertThat(found.through()).isEqualTo(head());
    }

    @Test
    void however_much_has_happened_since_nothing_is_missing_up_to_where_it_goes() {
        happened(put(A, 1));
        store(A);
        for (int i = 2; i < 200; i++) {
            happened(put(A, i));
        }

        Snapshots.Found<Parameter> found = found(A).orElseThrow();

        assertThat(found.since())
                .extracting(RecordedEvent::position)
                .containsExactlyElementsOf(recorded().stream()
                        .map(RecordedEvent::position)
                        .filter(position -> position > 0 && position <= found.through())
                        .toList());
    }

    @Test
    void several_are_looked_up_at_once() {
        happened(put(A, 1), put(B, 1));
        store(A);
        happened(put(A, 2));
        store(B);
        ParameterId never = ParameterId.of(WHERE, new ParameterName("/never"));

        Map<ParameterId, Snapshots.Found<Parameter>> found = snapshots().find(Parameter.TYPE, List.of(A, never, B));

        assertThat(found).containsOnlyKeys(A, B);
        assertThat(found.get(A).since()).hasSize(1);
        assertThat(found.get(B).since()).isEmpty();
    }

    @Test
    void an_older_state_never_replaces_a_newer_one() {
        happened(put(A, 1), put(A, 2));
        store(A);
        snapshots().offer(Parameter.TYPE, A, folded(A, 0), 0);
        settle();

        assertThat(found(A).orElseThrow().since()).isEmpty();
    }

    @Test
    void a_newer_state_replaces_an_older_one() {
        happened(put(A, 1));
        store(A);
        happened(put(A, 2));
        store(A);

        assertThat(found(A).orElseThrow().since()).isEmpty();
    }

    @Test
    void a_state_that_is_ahead_of_the_log_is_left_out() {
        happened(put(A, 1));
        snapshots().offer(Parameter.TYPE, A, folded(A, 0), 7);
        settle();

        assertThat(found(A)).isEmpty();
    }

    @Test
    void a_state_of_another_fold_is_left_out() {
        happened(put(A, 1));
        snapshots().offer(foldedBy(Parameter.FOLD_VERSION + 1), A, folded(A, 0), 0);
        settle();

        assertThat(found(A)).isEmpty();
        assertThat(snapshots().find(foldedBy(Parameter.FOLD_VERSION + 1), List.of(A)))
                .containsOnlyKeys(A);
    }

    protected final void store(ParameterId id) {
        assertThat(snapshots().offer(Parameter.TYPE, id, folded(id, head()), head()))
                .isTrue();
        settle();
    }

    protected final Optional<Snapshots.Found<Parameter>> found(ParameterId id) {
        return Optional.ofNullable(snapshots().find(Parameter.TYPE, List.of(id)).get(id));
    }

    protected final long head() {
        return recorded().size() - 1L;
    }

    protected final Parameter folded(ParameterId id, long position) {
        Parameter state = Parameter.TYPE.initial().apply(id);
        for (RecordedEvent each : new ArrayList<>(recorded())) {
            if (each.position() <= position
                    && each.event().tags().contains(Parameter.TYPE.tag().apply(id))) {
                state = Parameter.TYPE.evolve().evolve(state, each.event(), each.at(), each.position());
            }
        }
        return state;
    }

    private static EntityType<ParameterId, Parameter> foldedBy(int version) {
        EntityType<ParameterId, Parameter> type = Parameter.TYPE;
        return new EntityType<>(
                type.name(), type.tag(), type.initial(), type.evolve(), type.weight(), OptionalInt.of(version));
    }

    protected static ParameterTagged tagged(ParameterId id) {
        return new ParameterTagged(WHERE, new ParameterName(id.path()), Map.of("team", "blue"));
    }

    protected static ParameterVersionPut put(ParameterId id, long version) {
        return new ParameterVersionPut(
                WHERE,
                new ParameterName(id.path()),
                version,
                ParameterType.STRING,
                "ssm/key" + version,
                Bytes.copyOf(new byte[] {1, 2, (byte) version}),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "Standard",
                "text",
                "arn:aws:iam::123456789012:root");
    }
}
