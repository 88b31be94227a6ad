package io.attestore.eventlog;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** What the log counts and times. */
final class LogMetrics {

    private final MeterRegistry registry;
    private final DistributionSummary batchEvents;
    private final Timer batchTime;
    private final Timer appendTime;
    private final Counter conflicts;
    private final Counter overloads;
    private final Counter unknownCommits;
    private final Counter conditionsBySql;
    private final Counter sourcingBySql;
    private final Counter keysNotInForce;
    private final AtomicLong keyRefusals = new AtomicLong();

    LogMetrics(MeterRegistry registry) {
        this.registry = registry;
        batchEvents = DistributionSummary.builder("attestore.log.batch.events")
                .description("Events per committed transaction")
                .register(registry);
        batchTime = Timer.builder("attestore.log.batch.time")
                .description("Time of one transaction")
                .register(registry);
        appendTime = Timer.builder("attestore.log.append.time")
                .description("From accepted to durable")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        conflicts = counter("attestore.log.conflicts", "Appends whose condition did not hold");
        overloads = counter("attestore.log.overloads", "Appends refused because the queue was full");
        unknownCommits = counter("attestore.log.commits.unknown", "Commits whose answer was lost");
        conditionsBySql = counter("attestore.log.conditions.sql", "Conditions older than the window");
        sourcingBySql = counter("attestore.log.sourcing.sql", "Pages of histories read from the database");
        keysNotInForce =
                counter("attestore.log.keys.refused", "Appends with keys under a group key that has been replaced");
    }

    void gauges(Supplier<Number> queuedEvents, Supplier<Number> head) {
        Gauge.builder("attestore.log.queue.events", queuedEvents)
                .description("Events that wait to be written")
                .register(registry);
        Gauge.builder("attestore.log.head", head)
                .description("The newest position that this node knows")
                .register(registry);
    }

    void committed(int events, Duration time) {
        batchEvents.record(events);
        batchTime.record(time);
    }

    void appended(Duration time) {
        appendTime.record(time);
    }

    void keyNotInForce() {
        keyRefusals.incrementAndGet();
        keysNotInForce.increment();
    }

    long keysNotInForce() {
        return keyRefusals.get();
    }

    void conflict() {
        conflicts.increment();
    }

    void overload() {
        overloads.increment();
    }

    void unknownCommit() {
        unknownCommits.increment();
    }

    void conditionBySql() {
        conditionsBySql.increment();
    }

    void sourcingBySql() {
        sourcingBySql.increment();
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }
}
