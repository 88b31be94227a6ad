package io.attestore.entities;

import io.attestore.contract.state.Entities;
import io.attestore.contract.state.EntityType;
import io.attestore.events.Bytes;
import io.attestore.events.Event;
import io.attestore.events.EventTag;
import io.attestore.events.log.KeyRowChange;
import io.attestore.events.log.KeyTable;
import io.attestore.events.log.RecordedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Events and key rows in memory, for tests of decisions: states are folded from them at each load. */
public final class History implements Entities, KeyTable {

    private final List<Occurred> events = new ArrayList<>();
    private final Map<String, Bytes> keyRows = new HashMap<>();

    private record Occurred(Event event, Instant at) {}

    public History append(Instant at, List<? extends Event> happened, List<KeyRowChange> rows) {
        happened.forEach(event -> events.add(new Occurred(event, at)));
        for (KeyRowChange row : rows) {
            switch (row) {
                case KeyRowChange.Put(String id, Bytes wrapped) -> {
                    if (keyRows.putIfAbsent(id, wrapped) != null) {
                        throw new IllegalStateException("A key row is put twice: " + id);
                    }
                }
                case KeyRowChange.Destroy(String id) -> keyRows.remove(id);
            }
        }
        return this;
    }

    /** What happened, each at its position. */
    public List<RecordedEvent> recorded() {
        return IntStream.range(0, events.size())
                .mapToObj(position -> new RecordedEvent(
                        position,
                        "event " + position,
                        events.get(position).at(),
                        events.get(position).event(),
                        Map.of()))
                .toList();
    }

    public List<Event> events() {
        return events.stream().map(Occurred::event).toList();
    }

    @Override
    public <I, S> S load(EntityType<I, S> type, I id) {
        EventTag tag = type.tag().apply(id);
        S state = type.initial().apply(id);
        for (int position = 0; position < events.size(); position++) {
            Occurred occurred = events.get(position);
            if (occurred.event().tags().contains(tag)) {
                state = type.evolve().evolve(state, occurred.event(), occurred.at(), position);
            }
        }
        return state;
    }

    @Override
    public Optional<Bytes> find(String id) {
        return Optional.ofNullable(keyRows.get(id));
    }
}
