package io.attestore.entities.ssm.parameter;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.attestore.events.Bytes;
import io.attestore.events.id.ParameterId;
import io.attestore.events.log.LogReader;
import io.attestore.events.log.RecordedEvent;
import io.attestore.events.parameter.ParameterVersionPut;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sealed values of versions. A newest version brings its own; that of another is read from the log, where it was
 * put, and what was read last is kept, so that a read that is pinned to an older version costs no look at the log.
 * Events do not change, so nothing that is kept can be stale; whether a version may be read, the {@link Parameter}
 * says.
 *
 * <p>Safe for many threads; what the log throws comes through.
 */
public final class SealedValues {

    /** About what an entry costs besides its value. */
    private static final int ENTRY_BYTES = 400;

    private final LogReader log;
    private final Cache<Long, Put> read;

    /** @param bytesMax about how much memory the values may take that were read last */
    public SealedValues(LogReader log, long bytesMax) {
        this.log = log;
        this.read = Caffeine.newBuilder()
                .maximumWeight(bytesMax)
                .weigher((Long position, Put put) -> ENTRY_BYTES + put.value().length())
                .executor(Runnable::run) // upkeep is short, waking another thread for it is not
                .build();
    }

    /** A version of a parameter whose sealed value is wanted. */
    public record Wanted(ParameterId id, ParameterVersion version) {}

    /** What was put at a position. */
    private record Put(ParameterId id, long number, String dataKeyId, Bytes value) {

        static Put of(ParameterVersionPut event) {
            return new Put(
                    ParameterId.of(event.where(), event.name()),
                    event.version(),
                    event.dataKeyId(),
                    event.sealedValue());
        }

        boolean is(Wanted wanted) {
            return id.equals(wanted.id())
                    && number == wanted.version().number()
                    && dataKeyId.equals(wanted.version().dataKeyId());
        }
    }

    /**
     * The sealed values of these versions, in their order; what is not in memory is read at once.
     *
     * @throws IllegalStateException if a version is not where its parameter says that it was put: nothing else that is
     *     there is ever given out for it
     */
    public List<Bytes> of(List<Wanted> wanted) {
        Map<Long, Put> puts = puts(wanted);
        List<Bytes> values = new ArrayList<>(wanted.size());
        for (Wanted one : wanted) {
            values.add(one.version()
                    .sealedValue()
                    .orElseGet(() -> value(one, puts.get(one.version().position()))));
        }
        return values;
    }

    private Map<Long, Put> puts(List<Wanted> wanted) {
        Map<Long, Put> puts = new HashMap<>();
        List<Long> unread = new ArrayList<>();
        for (Wanted one : wanted) {
            if (one.version().sealedValue().isEmpty()) {
                long position = one.version().position();
                Put kept = read.getIfPresent(position);
                if (kept == null) {
                    unread.add(position);
                } else {
                    puts.put(position, kept);
                }
            }
        }
        if (!unread.isEmpty()) {
            for (RecordedEvent recorded : log.at(unread)) {
                if (recorded.event() instanceof ParameterVersionPut event) {
                    Put put = Put.of(event);
                    puts.put(recorded.position(), put);
                    read.put(recorded.position(), put);
                }
            }
        }
        return puts;
    }

    private static Bytes value(Wanted wanted, @Nullable Put put) {
        if (put == null || !put.is(wanted)) {
            throw new IllegalStateException(
                    "The log does not have version " + wanted.version().number()
                            + " of a parameter where it was put, at position "
                            + wanted.version().position());
        }
        return put.value();
    }
}
