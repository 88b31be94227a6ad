package io.attestore.proof.bench.large;

import io.attestore.proof.bench.child.ChildServer;
import io.attestore.proof.bench.child.DataDirectories;
import io.attestore.proof.bench.figure.CostRow;
import io.attestore.proof.bench.figure.Figure;
import io.attestore.proof.bench.figure.Goal;
import io.attestore.proof.bench.figure.Report;
import io.attestore.proof.bench.figure.Rounds;
import io.attestore.proof.bench.figure.Row;
import io.attestore.proof.bench.load.Load;
import io.attestore.proof.bench.load.LoadGenerator;
import io.attestore.proof.bench.load.Measurement;
import io.attestore.proof.bench.load.Method;
import io.attestore.proof.bench.load.Question.Conversations;
import io.attestore.proof.bench.store.MeasuredStore;
import io.attestore.server.settings.StoreSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** A server with very many parameters of the largest standard size, put through its API and read at random. */
public final class ManyParameters {

    private static final Duration ONCE_LIMIT = Duration.ofHours(2);
    private static final Duration TRAIL_LIMIT = Duration.ofMinutes(10);
    private static final Duration REST = Duration.ofMillis(300);

    private final Method method;
    private final int count;
    private final int connections;
    private final Report report;
    private final Consumer<String> out;
    private final String newOnes;
    private final String firstReads;
    private final String atRandom;
    private final String ofOne;

    /** @param count of parameters */
    public ManyParameters(Method method, int count, int connections, Report report, Consumer<String> out) {
        this.method = method;
        this.count = count;
        this.connections = connections;
        this.newOnes = text("PutParameter, %,d new SecureStrings of 4 KB, %d connections", count, connections);
        this.firstReads = text("the first read of each of them, %d connections", connections);
        this.atRandom = text("reads of names drawn at random, %d connections", connections);
        this.ofOne = text("reads of one name, %d connections", connections);
        this.report = report;
        this.out = out;
    }

    public void run(Path folder) throws Exception {
        StoreSettings settings = DataDirectories.at(folder.resolve("many"));
        LargeValues values = new LargeValues(count);
        try (ChildServer server = ChildServer.attestore(settings)) {
            out.accept(text("Putting %,d parameters of 4 KB …", count));
            Measurement puts = load(server, values.putAll(out)).during(ONCE_LIMIT);
            report.add(Row.shown(newOnes, Figure.of("/s", puts.perSecond())));
            server.awaitTrail(TRAIL_LIMIT);
            MeasuredStore.beside(settings).vacuum();
            out.accept("Reading each once …");
            Measurement first = load(server, values.readAll(out)).during(ONCE_LIMIT);
            report.add(Row.shown(firstReads, Figure.of("/s", first.perSecond())));
            report.addCosts(List.of(new CostRow(newOnes, List.of(puts)), new CostRow(firstReads, List.of(first))));
            Rounds rounds = new Rounds(() -> {
                Thread.sleep(REST);
                server.awaitTrail(TRAIL_LIMIT);
            });
            rounds.add(atRandom, load(server, values.readsAtRandom()));
            rounds.add(ofOne, load(server, values.readsOfOne()));
            out.accept("Warming up …");
            method.warmUp().run(atRandom, rounds.load(atRandom), out);
            method.lighterWarmUp().run(ofOne, rounds.load(ofOne), out);
            rounds.run(method, out);
            report.add(Row.against(
                    text("%,d parameters of 4 KB: ", count) + atRandom,
                    rounds.perSecond(atRandom),
                    "of one name",
                    rounds.perSecond(ofOne),
                    Goal.atLeast(0.7, 0.9)));
            report.add(Row.withGoal(
                    text("resident memory of the server with %,d parameters, after the run", count),
                    Figure.of("MiB", server.residentMebibytes()),
                    Goal.atMost(1536, 768)));
            report.addCosts(rounds.costs());
        }
    }

    private Load load(ChildServer server, Conversations conversations) {
        return LoadGenerator.of(server.target(), connections, conversations, server.meters());
    }

    private static String text(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }
}
