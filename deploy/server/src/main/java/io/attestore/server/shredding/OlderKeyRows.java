package io.attestore.server.shredding;

import com.zaxxer.hikari.HikariDataSource;
import io.attestore.cryptography.group.GroupKeys;
import io.attestore.cryptography.material.KeyMaterial;
import io.attestore.cryptography.root.RootKey;
import io.attestore.cryptography.root.UnwrapException;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.cryptography.value.DataKey;
import io.attestore.entities.vault.KeyRowEffect;
import io.attestore.entities.vault.KeyRowEffect.Made;
import io.attestore.eventlog.table.KeyGroupRolls;
import io.attestore.eventlog.table.KeyGroupRolls.Row;
import io.attestore.eventlog.table.UngroupedKeyRows;
import io.attestore.events.Tags;
import io.attestore.events.log.LogReader;
import io.attestore.events.log.LogUnavailableException;
import io.attestore.events.log.RecordedEvent;
import io.attestore.events.log.TagReader;
import io.attestore.events.shredding.KeyRowsGrouped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Moves the keys of a store of a version before under group keys, once, at its start: each row is wrapped anew for what
 * the log says that it is for. A start that breaks off is continued by the next one. Afterwards the table is written anew
 * and the write-ahead log is switched, as far as the database lets us: freed blocks of a disk hold what they held.
 */
public final class OlderKeyRows {

    private static final int PAGE_EVENTS = 2_000;
    private static final long EVENTS_PER_LINE = 1_000_000;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

    private final RootKey rootKey;
    private final GroupKeys groupKeys;
    private final LogReader log;
    private final TagReader tags;
    private final ReceiptLog receipts;
    private final Consumer<String> progress;

    public OlderKeyRows(
            RootKey rootKey,
            GroupKeys groupKeys,
            LogReader log,
            TagReader tags,
            ReceiptLog receipts,
            Consumer<String> progress) {
        this.rootKey = rootKey;
        this.groupKeys = groupKeys;
        this.log = log;
        this.tags = tags;
        this.receipts = receipts;
        this.progress = progress;
    }

    /**
     * @param looking where to look whether there is anything to do
     * @param patient opens a pool whose statements may take as long as they take
     * @throws LogUnavailableException if it could not be done
     */
    public void group(DataSource looking, Supplier<HikariDataSource> patient) {
        try {
            if (!isNeeded(looking)) {
                return;
            }
            try (HikariDataSource pool = patient.get();
                    Connection connection = pool.getConnection()) {
                awaitTurn(connection);
                try {
                    if (isNeeded(connection)) {
                        groupAll(connection);
                    }
                } finally {
                    KeyGroupRolls.notAlone(connection);
                }
            }
        } catch (SQLException e) {
            throw new LogUnavailableException("The keys could not be moved under group keys", e);
        }
    }

    private boolean isNeeded(DataSource looking) throws SQLException {
        try (Connection connection = looking.getConnection()) {
            return isNeeded(connection);
        }
    }

    private boolean isNeeded(Connection connection) throws SQLException {
        if (UngroupedKeyRows.isBegun(connection)) {
            return true;
        }
        long ungrouped = UngroupedKeyRows.count(connection);
        if (ungrouped > 0 && wasDone()) {
            progress.accept("The key table has " + ungrouped + " rows that no event names: they are not used");
            return false;
        }
        return ungrouped > 0;
    }

    private boolean wasDone() {
        return !tags.read(Tags.keyTable(), 0, log.head(), 1).events().isEmpty();
    }

    private static void awaitTurn(Connection connection) throws SQLException {
        while (!KeyGroupRolls.tryAlone(connection)) {
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
        }
    }

    private void groupAll(Connection connection) throws SQLException {
        progress.accept("Moving " + UngroupedKeyRows.count(connection) + " keys under group keys, once");
        UngroupedKeyRows.begin(connection);
        long moved = 0;
        long from = 0;
        List<RecordedEvent> page = log.read(from, PAGE_EVENTS);
        while (!page.isEmpty()) {
            moved += group(connection, page);
            from = page.getLast().position() + 1;
            if (from % EVENTS_PER_LINE < PAGE_EVENTS && from >= EVENTS_PER_LINE) {
                progress.accept("Read the log up to position " + from + ", moved " + moved + " keys");
            }
            page = log.read(from, PAGE_EVENTS);
        }
        UngroupedKeyRows.forget(connection, progress);
        long unnamed = UngroupedKeyRows.count(connection);
        receipts.append(new KeyRowsGrouped(moved, unnamed, from - 1));
        UngroupedKeyRows.done(connection);
        progress.accept("Moved " + moved + " keys; left " + unnamed + " that no event names or that do not open");
    }

    /** Answers how many rows were moved. */
    private long group(Connection connection, List<RecordedEvent> page) throws SQLException {
        Map<String, Made> named = new HashMap<>();
        for (RecordedEvent recorded : page) {
            for (KeyRowEffect effect : KeyRowEffect.of(recorded.event())) {
                if (effect instanceof Made made) {
                    named.put(made.rowId(), made);
                }
            }
        }
        if (named.isEmpty()) {
            return 0;
        }
        List<Row> moved = new ArrayList<>();
        for (Row row : UngroupedKeyRows.of(connection, named.keySet())) {
            Made key = named.get(row.id());
            if (key != null) {
                regrouped(key, row.wrapped()).ifPresent(grouped -> moved.add(new Row(row.id(), grouped)));
            }
        }
        return moved.isEmpty() ? 0 : UngroupedKeyRows.group(connection, moved);
    }

    private Optional<byte[]> regrouped(Made key, byte[] wrapped) {
        try {
            return Optional.of(regroup(key, wrapped));
        } catch (UnwrapException damaged) {
            progress.accept("The key " + key.rowId() + " does not open: left as it is");
            return Optional.empty();
        }
    }

    /**
     * What the root key wrapped for this row, under the key of its group.
     *
     * @throws UnwrapException if it is not this kind of key, wrapped for this row
     */
    private byte[] regroup(Made key, byte[] wrapped) {
        String rowId = key.rowId();
        return switch (key.kind()) {
            case KEY_MATERIAL -> {
                try (KeyMaterial material = rootKey.unwrapKeyMaterial(rowId, wrapped)) {
                    yield groupKeys.wrap(rowId, key.purpose(), material);
                }
            }
            case DATA_KEY -> {
                try (DataKey dataKey = rootKey.unwrapDataKey(rowId, wrapped)) {
                    yield groupKeys.wrap(rowId, key.purpose(), dataKey);
                }
            }
            case OTHER_SECRET -> {
                try (SecretBytes secret = rootKey.unwrapSecret(rowId, wrapped)) {
                    yield groupKeys.wrap(rowId, key.purpose(), secret);
                }
            }
        };
    }
}
