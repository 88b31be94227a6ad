package io.attestore.audit.trail;

import io.attestore.audit.fixture.Calls;
import io.attestore.events.call.CallContext;
import io.attestore.events.call.CallMetadata;
import io.attestore.events.call.Principal;
import io.attestore.events.id.AccessKeyId;
import io.attestore.events.log.LogReader;
import io.attestore.events.log.RecordedEvent;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A log of decrypting reads of any length, made up as it is read: two events a call, 5,000 calls a second, times up to 20
 * milliseconds out of order, parameters and users at random.
 */
final class GeneratedLog implements LogReader {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final int names;
    private final int users;
    private volatile long head = -1;
    private long nanosReading;

    GeneratedLog(int names, int users) {
        this.names = names;
        this.users = users;
    }

    void growTo(long events) {
        head = events - 1;
    }

    /** The processor's time that the making of events took. */
    long nanosReading() {
        return nanosReading;
    }

    static String parameter(long number) {
        return "/prod/service-" + number % 977 + "/database/password-" + number;
    }

    static String user(long number) {
        return "application-" + number;
    }

    @Override
    public long head() {
        return head;
    }

    @Override
    public List<RecordedEvent> read(long from, int limit) {
        long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        List<RecordedEvent> events = new ArrayList<>();
        for (long position = from; position <= Math.min(head, from + limit - 1); position++) {
            events.add(event(position));
        }
        nanosReading += ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin;
        return events;
    }

    @Override
    public List<RecordedEvent> at(Collection<Long> positions) {
        return new TreeSet<>(positions).stream().map(this::event).toList();
    }

    @Override
    public boolean awaitBeyond(long position, Duration timeout) {
        return head > position;
    }

    private RecordedEvent event(long position) {
        long call = position / 2;
        long random = mixed(call);
        String name = parameter(Long.remainderUnsigned(random, names));
        String user = user(Long.remainderUnsigned(mixed(random), users));
        Principal principal = Calls.user(
                user, new AccessKeyId("AKIA" + String.format("%016d", Long.remainderUnsigned(mixed(random), users))));
        Instant at = START.plusMillis(call / 5 - (random & 15));
        CallContext context = Calls.named(
                new UUID(call, random).toString(), Calls.at(at, Calls.by(principal, Calls.getParameter(name))));
        Map<String, String> metadata = CallMetadata.write(context);
        String id = new UUID(at.toEpochMilli() << 16 | 0x7000, Long.MIN_VALUE | position).toString();
        return new RecordedEvent(
                position, id, at, position % 2 == 0 ? Calls.disclosed(name) : Calls.keyUsed("Decrypt", name), metadata);
    }

    private static long mixed(long bits) {
        long mixed = (bits + 0x9E37_79B9_7F4A_7C15L) * 0xBF58_476D_1CE4_E5B9L;
        return mixed ^ mixed >>> 29;
    }
}
