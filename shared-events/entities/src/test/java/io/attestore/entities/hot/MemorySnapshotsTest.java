package io.attestore.entities.hot;

import io.attestore.entities.History;
import io.attestore.entities.HistoryLog;
import io.attestore.events.Event;
import io.attestore.events.log.RecordedEvent;
import java.time.Instant;
import java.util.List;

class MemorySnapshotsTest extends SnapshotsContract {

    private final History history = new History();
    private final MemorySnapshots snapshots = new MemorySnapshots(new HistoryLog(history), 64);

    @Override
    protected Snapshots snapshots() {
        return snapshots;
    }

    @Override
    protected void happened(Event... events) {
        history.append(Instant.parse("2026-11-21T12:00:00Z"), List.of(events), List.of());
    }

    @Override
    protected List<RecordedEvent> recorded() {
        return history.recorded();
    }

    @Override
    protected void settle() {}
}
