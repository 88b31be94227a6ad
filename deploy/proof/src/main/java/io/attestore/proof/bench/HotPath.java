package io.attestore.proof.bench;

import io.attestore.proof.bench.baseline.BaselineDatabase;
import io.attestore.proof.bench.baseline.JdbcBaseline;
import io.attestore.proof.bench.calls.KeyCalls;
import io.attestore.proof.bench.calls.LookupLag;
import io.attestore.proof.bench.calls.SecureStrings;
import io.attestore.proof.bench.child.ChildServer;
import io.attestore.proof.bench.child.Starts;
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
import io.attestore.proof.bench.load.Question;
import io.attestore.proof.bench.load.Question.Conversations;
import io.attestore.proof.bench.load.Target;
import io.attestore.proof.bench.store.DiskUse;
import io.attestore.proof.bench.store.MeasuredStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;

/** The default table: what an audited read costs, and what it is compared with. */
final class HotPath {

    private static final int PARAMETERS = 320;
    private static final int CONNECTIONS_WITH_GOAL = 64;
    private static final Duration REST = Duration.ofMillis(300);
    private static final Duration TRAIL_LIMIT = Duration.ofMinutes(2);

    private static final String BY_PATH = "GetParametersByPath, 10 SecureStrings each";
    private static final String DECRYPT = "kms Decrypt";
    private static final String DATA_KEY = "kms GenerateDataKey";
    private static final String PUT = "PutParameter (SecureString)";
    private static final String GENERATOR = "the load generator alone, against a constant answer";

    private final Method method;
    private final List<Integer> connections;
    private final int usual;
    private final Report report;
    private final Consumer<String> out;
    private final List<Double> backlog = new ArrayList<>();

    HotPath(Method method, List<Integer> connections, int usual, Report report, Consumer<String> out) {
        this.method = method;
        this.connections = connections;
        this.usual = usual;
        this.report = report;
        this.out = out;
    }

    void run(Path folder) throws Exception {
        out.accept("Starting servers …");
        Starts starts = Starts.in(folder, method.rounds());
        try (ChildServer server = starts.server();
                ChildServer door = ChildServer.doorAlone();
                ChildServer responder = ChildServer.trivialResponder();
                BaselineDatabase database = BaselineDatabase.start(folder.resolve("baseline"), connections.getLast())) {
            MeasuredStore store = MeasuredStore.beside(starts.store());
            SecureStrings.put(server.target(), PARAMETERS);
            SecureStrings.preparePuts(server.target(), usual);
            MeasuredStore.Rows rowsOfARead = rowsOfARead(server, store);
            JdbcBaseline baseline = new JdbcBaseline(database, rowsOfARead);
            Rounds rounds = rounds(server, door, responder, baseline);
            warmUp(rounds);
            rounds.run(method, out);
            tell(rounds);
            tellLag(server);
            tellDisk(server, store, rowsOfARead.values().size());
            report.add(Row.shown(
                    "resident memory of the server, at the end", Figure.of("MiB", server.residentMebibytes())));
            tellStarts(starts);
            report.addCosts(rounds.costs());
            report.note(
                    "µs: processor time of one answer. Load: this process, which signs and checks, or in plain JDBC the"
                            + " application itself. An audited read writes "
                            + rowsOfARead.values().size()
                            + " rows, and plain JDBC the very same.");
        }
    }

    /** Reads once, alone, and looks what has come into the log by it. */
    private static MeasuredStore.Rows rowsOfARead(ChildServer server, MeasuredStore store) throws Exception {
        Question read = SecureStrings.read(SecureStrings.name(0));
        try (ApiConnection connection = new ApiConnection(server.target(), Clock.systemUTC())) {
            connection.ask(read).requireOk();
            long before = store.head();
            connection.ask(read).requireOk();
            return store.rowsAfter(before);
        }
    }

    private Rounds rounds(ChildServer server, ChildServer door, ChildServer responder, JdbcBaseline baseline)
            throws IOException {
        Rounds rounds = new Rounds(() -> {
            Thread.sleep(REST);
            server.awaitTrail(TRAIL_LIMIT);
        });
        Conversations reads = SecureStrings.reads(PARAMETERS);
        for (int count : connections) {
            Load audited = LoadGenerator.of(server.target(), count, reads, server.meters());
            rounds.add(audited(count), count == usual ? noticingBacklog(audited, server) : audited);
            rounds.add(plainJdbc(count), baseline.callers(count));
            rounds.add(doorAlone(count), LoadGenerator.of(door.target(), count, reads, door.meters()));
        }
        KeyCalls keys = KeyCalls.on(server.target());
        rounds.add(BY_PATH, usualLoad(server, SecureStrings.readsByPath(PARAMETERS)));
        rounds.add(DECRYPT, usualLoad(server, keys.decrypts()));
        rounds.add(DATA_KEY, usualLoad(server, keys.dataKeys()));
        rounds.add(PUT, usualLoad(server, SecureStrings.puts()));
        rounds.add(GENERATOR, usualLoad(responder, reads));
        return rounds;
    }

    private Load usualLoad(ChildServer server, Conversations conversations) {
        return LoadGenerator.of(server.target(), usual, conversations, server.meters());
    }

    /** What the trail has still to do after the window is work that the window has not paid for. */
    private Load noticingBacklog(Load load, ChildServer server) {
        return time -> {
            Measurement measurement = load.during(time);
            backlog.add((double) server.trailLag());
            return measurement;
        };
    }

    private void warmUp(Rounds rounds) throws Exception {
        out.accept("Warming up …");
        method.warmUp().run(audited(usual), rounds.load(audited(usual)), out);
        for (String name : List.of(doorAlone(usual), plainJdbc(usual), BY_PATH, DECRYPT, DATA_KEY, PUT, GENERATOR)) {
            method.lighterWarmUp().run(name, rounds.load(name), out);
        }
        backlog.clear();
    }

    private void tell(Rounds rounds) {
        for (int count : connections) {
            report.add(Row.against(
                    audited(count),
                    rounds.perSecond(audited(count)),
                    "plain JDBC, one transaction per read",
                    rounds.perSecond(plainJdbc(count)),
                    goalAgainstJdbc(count)));
        }
        for (int count : connections) {
            report.add(Row.against(
                    audited(count) + ": the audit tax",
                    rounds.perSecond(audited(count)),
                    "the same door alone, nothing appended",
                    rounds.perSecond(doorAlone(count)),
                    count >= CONNECTIONS_WITH_GOAL ? Goal.atLeast(0.5, 0.8) : Goal.NONE));
        }
        int fewest = connections.getFirst();
        report.add(Row.against(
                audited(fewest) + ", p50",
                rounds.p50Millis(audited(fewest)),
                "plain JDBC, insert and fsynced commit, p50",
                rounds.p50Millis(plainJdbc(fewest)),
                Goal.atMost(1.5, 1.2)));
        report.add(Row.against(
                BY_PATH + ", in parameters",
                rounds.perSecond(BY_PATH).map("/s", calls -> calls * SecureStrings.PER_PATH),
                "audited GetParameter",
                rounds.perSecond(audited(usual)),
                Goal.atLeast(3, 6)));
        for (String name : List.of(DECRYPT, DATA_KEY, PUT, GENERATOR)) {
            report.add(Row.shown(name + ", " + connections(usual), rounds.perSecond(name)));
        }
        report.add(Row.shown(
                "what the trail lags behind at the end of a window of " + audited(usual),
                new Figure("events", backlog)));
    }

    private static Goal goalAgainstJdbc(int count) {
        return switch (count) {
            case 64 -> Goal.atLeast(1.0, 1.5);
            case 256 -> Goal.atLeast(1.2, 2.0);
            default -> Goal.NONE;
        };
    }

    private void tellLag(ChildServer server) throws Exception {
        out.accept("Looking for records under load …");
        server.awaitTrail(TRAIL_LIMIT);
        Target target = server.target();
        Load reads = usualLoad(server, SecureStrings.reads(PARAMETERS));
        LookupLag lag = new LookupLag();
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<Measurement> load =
                    thread.submit(() -> reads.during(method.time().multipliedBy(2)));
            lag.probe(target, () -> !load.isDone());
            load.get();
        }
        Histogram millis = lag.untilShown();
        report.add(Row.withGoal(
                "records that LookupEvents lacks right after the answer, under full read load, of " + lag.probes(),
                Figure.of("", lag.missingAtOnce() + lag.missingForGood()),
                Goal.atMost(0, 0)));
        report.add(Row.shown(
                "from the answer to the LookupEvents that shows it, p50 and p99",
                Figure.of("ms", millis.getValueAtPercentile(50) / 1e6, millis.getValueAtPercentile(99) / 1e6)));
    }

    private void tellDisk(ChildServer server, MeasuredStore store, int rowsPerRead) throws Exception {
        out.accept("Looking at the disk …");
        server.awaitTrail(TRAIL_LIMIT);
        DiskUse before = store.diskUse();
        long headBefore = store.head();
        usualLoad(server, SecureStrings.reads(PARAMETERS)).during(method.time());
        server.awaitTrail(TRAIL_LIMIT);
        double reads = (double) (store.head() - headBefore) / rowsPerRead;
        DiskUse grown = store.diskUse().since(before);
        report.add(Row.shown("on disk per audited read", Figure.of("bytes", Math.rint(grown.total() / reads))));
        for (DiskUse.Part part : DiskUse.Part.values()) {
            report.add(Row.shown(
                    "of these, " + part.text(),
                    Figure.of("bytes", Math.rint(grown.bytes().getOrDefault(part, 0L) / reads))));
        }
        report.add(Row.shown(
                "write-ahead log per audited read, which is reused",
                Figure.of("bytes", Math.rint(grown.wal() / reads))));
    }

    private void tellStarts(Starts starts) {
        report.add(Row.withGoal(
                "start to ready, empty data directory", new Figure("s", starts.empty()), Goal.atMost(5, 2)));
        report.add(Row.withGoal(
                "start to ready, existing data directory", new Figure("s", starts.existing()), Goal.atMost(5, 2)));
    }

    private static String audited(int count) {
        return "audited decrypting GetParameter, " + connections(count);
    }

    private static String plainJdbc(int count) {
        return "plain JDBC, one transaction per read, " + connections(count);
    }

    private static String doorAlone(int count) {
        return "the door alone, nothing appended, " + connections(count);
    }

    private static String connections(int count) {
        return count == 1 ? "1 connection" : count + " connections";
    }
}
