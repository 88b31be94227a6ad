package io.attestore.proof.bench.large;

import io.attestore.proof.bench.calls.Lookups;
import io.attestore.proof.bench.calls.SecureStrings;
import io.attestore.proof.bench.child.ChildServer;
import io.attestore.proof.bench.figure.Figure;
import io.attestore.proof.bench.figure.Goal;
import io.attestore.proof.bench.figure.Report;
import io.attestore.proof.bench.figure.Rounds;
import io.attestore.proof.bench.figure.Row;
import io.attestore.proof.bench.load.ApiConnection;
import io.attestore.proof.bench.load.Load;
import io.attestore.proof.bench.load.LoadGenerator;
import io.attestore.proof.bench.load.Measurement;
import io.attestore.proof.bench.load.Method;
import io.attestore.proof.bench.load.Question.Conversations;
import io.attestore.proof.bench.store.MeasuredStore;
import io.attestore.server.settings.StoreSettings;
import io.attestore.server.verify.VerifyCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** A server whose log is long beside one whose log is short: reads, look-ups, starts, and the rebuild of the trail. */
public final class LongLog {

    private static final long SHORT_EVENTS = 10_000;
    private static final String FRESH = "/bench/fresh";
    private static final String PRINCIPAL = "root";
    private static final Duration TRAIL_LIMIT = Duration.ofMinutes(10);
    private static final Duration REST = Duration.ofMillis(300);

    private static final String BY_RESOURCE = "LookupEvents by resource, 1 connection, while reads go on";
    private static final String BY_PRINCIPAL = "LookupEvents by principal, 1 connection, while reads go on";

    private final Method method;
    private final long events;
    private final long shortEvents;
    private final Report report;
    private final Consumer<String> out;
    private final int connections;
    private final String often;
    private final String oneFresh;
    private final String readsLong;
    private final String readsShort;

    /** @param events of the long log */
    public LongLog(Method method, long events, int connections, Report report, Consumer<String> out) {
        this.method = method;
        this.events = events;
        this.connections = connections;
        this.shortEvents = Math.min(SHORT_EVENTS, events / 2);
        this.report = report;
        this.out = out;
        this.often = text("reads of the parameter that was read often, %d connections", connections);
        this.oneFresh = text("reads of a fresh parameter, %d connections", connections);
        this.readsLong = text("audited reads/s on a log of %,d events, %d connections", events, connections);
        this.readsShort = text("audited reads/s on a log of %,d events, %d connections", shortEvents, connections);
    }

    public void run(Path folder) throws Exception {
        out.accept(text("Filling a log with %,d events …", events));
        FilledStore filled = FilledStore.make(folder.resolve("long"), events, out);
        report.add(Row.shown(
                "events written by the filler, in transactions of many calls",
                Figure.of("/s", filled.eventsPerSecond())));
        verify(filled.settings());
        replay(filled.settings());
        FilledStore other = FilledStore.make(folder.resolve("short"), shortEvents, out);
        try (ChildServer longServer = startedOften(filled.settings());
                ChildServer shortServer = ChildServer.attestore(other.settings())) {
            tidy(longServer, filled.settings());
            tidy(shortServer, other.settings());
            reads(longServer, filled, shortServer, other);
            report.add(Row.shown(
                    text("resident memory of the server, %,d events, at the end", events),
                    Figure.of("MiB", longServer.residentMebibytes())));
        }
        report.note(text("Of the reads in the long log, %,d are of one parameter.", events / 2 / 5));
    }

    /** What is not whole has not been filled truthfully. */
    private void verify(StoreSettings store) {
        out.accept("Verifying its chain …");
        long begun = System.nanoTime();
        int exitCode = VerifyCommand.run(Map.of("attestore.data", store.data().toString()), out);
        if (exitCode != 0) {
            throw new IllegalStateException("The filled log is not whole");
        }
        report.add(Row.shown(
                "verify: events read again and hashed", Figure.of("/s", events / ((System.nanoTime() - begun) / 1e9))));
    }

    private void replay(StoreSettings store) throws Exception {
        out.accept("Rebuilding the trail …");
        try (ChildServer server = ChildServer.attestore(store)) {
            report.add(Row.shown(
                    text("start to ready, %,d events, none of them in the trail yet", events),
                    Figure.of("s", server.startSeconds())));
            report.add(Row.withGoal(
                    "replay: events indexed while the trail is rebuilt, nothing else going on",
                    Figure.of("/s", TrailReplay.eventsPerSecond(server, out)),
                    Goal.atLeast(50_000, 150_000)));
        }
    }

    /** The server of the last of several starts. */
    private ChildServer startedOften(StoreSettings store) throws Exception {
        List<Double> seconds = new ArrayList<>();
        while (true) {
            ChildServer server = ChildServer.attestore(store);
            seconds.add(server.startSeconds());
            if (seconds.size() == method.rounds()) {
                report.add(Row.withGoal(
                        text("start to ready, %,d events", events), new Figure("s", seconds), Goal.atMost(10, 4)));
                return server;
            }
            server.close();
        }
    }

    /** A log that grew over years was vacuumed long ago; this one is now, before it is measured. */
    private static void tidy(ChildServer server, StoreSettings settings) throws Exception {
        server.awaitTrail(TRAIL_LIMIT);
        MeasuredStore.beside(settings).vacuum();
    }

    private void reads(ChildServer longServer, FilledStore filled, ChildServer shortServer, FilledStore other)
            throws Exception {
        putFresh(longServer);
        Rounds rounds = new Rounds(() -> {
            Thread.sleep(REST);
            longServer.awaitTrail(TRAIL_LIMIT);
            shortServer.awaitTrail(TRAIL_LIMIT);
        });
        rounds.add(readsLong, load(longServer, connections, SecureStrings.reads(filled.parameters())));
        rounds.add(readsShort, load(shortServer, connections, SecureStrings.reads(other.parameters())));
        rounds.add(often, load(longServer, connections, SecureStrings.readsOf(FilledStore.READ_OFTEN)));
        rounds.add(oneFresh, load(longServer, connections, SecureStrings.readsOf(FRESH)));
        rounds.add(BY_RESOURCE, whileReadsGoOn(longServer, filled, Lookups.byResource(filled.parameters())));
        rounds.add(BY_PRINCIPAL, whileReadsGoOn(longServer, filled, Lookups.byPrincipal(PRINCIPAL)));
        out.accept("Warming up …");
        method.warmUp().run(readsLong, rounds.load(readsLong), out);
        method.warmUp().run(readsShort, rounds.load(readsShort), out);
        method.lighterWarmUp().run(often, rounds.load(often), out);
        method.lighterWarmUp().run(oneFresh, rounds.load(oneFresh), out);
        method.lighterWarmUp().run(BY_RESOURCE, rounds.load(BY_RESOURCE), out);
        method.lighterWarmUp().run(BY_PRINCIPAL, rounds.load(BY_PRINCIPAL), out);
        rounds.run(method, out);
        tell(rounds);
    }

    private void tell(Rounds rounds) {
        report.add(Row.against(
                readsLong,
                rounds.perSecond(readsLong),
                text("on %,d events", shortEvents),
                rounds.perSecond(readsShort),
                Goal.atLeast(0.9, 1.0)));
        report.add(Row.against(
                text("reads of one parameter that was read %,d times, %d connections", events / 2 / 5, connections),
                rounds.perSecond(often),
                "of a fresh one",
                rounds.perSecond(oneFresh),
                Goal.atLeast(0.95, 1.0)));
        report.add(Row.withGoal(BY_RESOURCE + ", p99", rounds.p99Millis(BY_RESOURCE), Goal.atMost(100, 20)));
        report.add(Row.withGoal(BY_PRINCIPAL + ", p99", rounds.p99Millis(BY_PRINCIPAL), Goal.atMost(100, 20)));
        report.addCosts(rounds.costs());
    }

    private static void putFresh(ChildServer server) throws IOException {
        try (ApiConnection connection = new ApiConnection(server.target(), Clock.systemUTC())) {
            connection.ask(SecureStrings.put(FRESH, "")).requireOk();
        }
    }

    private static Load load(ChildServer server, int connections, Conversations conversations) {
        return LoadGenerator.of(server.target(), connections, conversations, server.meters());
    }

    /** The look-ups are what is measured; the reads are there so that the server has all it can do. */
    private Load whileReadsGoOn(ChildServer server, FilledStore store, Conversations lookups) {
        Load reads = load(server, connections, SecureStrings.reads(store.parameters()));
        Load asking = load(server, 1, lookups);
        return time -> {
            try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
                Future<Measurement> background = thread.submit(() -> reads.during(time));
                Measurement measured = asking.during(time);
                background.get();
                return measured.withoutProcessors();
            }
        };
    }

    private static String text(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }
}
