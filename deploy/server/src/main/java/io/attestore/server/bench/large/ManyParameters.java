package io.attestore.server.bench.large;

import io.attestore.server.bench.child.ChildServer;
import io.attestore.server.bench.child.DataDirectories;
import io.attestore.server.bench.figure.Figure;
import io.attestore.server.bench.figure.Goal;
import io.attestore.server.bench.figure.Report;
import io.attestore.server.bench.figure.Rounds;
import io.attestore.server.bench.figure.Row;
import io.attestore.server.bench.load.Load;
import io.attestore.server.bench.load.LoadGenerator;
import io.attestore.server.bench.load.Method;
import io.attestore.server.bench.load.Question.Conversations;
import io.attestore.server.bench.store.MeasuredStore;
import io.attestore.server.settings.StoreSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** A server with very many parameters of the largest standard size, put through its API and read at random. */
public final class ManyParameters {

    private static final int CONNECTIONS = 64;
    private static final Duration PUT_LIMIT = Duration.ofHours(2);
    private static final Duration TRAIL_LIMIT = Duration.ofMinutes(10);
    private static final Duration REST = Duration.ofMillis(300);
    private static final String AT_RANDOM = "reads of names drawn at random, 64 connections";
    private static final String OF_ONE = "reads of one name, 64 connections";

    private final Method method;
    private final int count;
    private final Report report;
    private final Consumer<String> out;

    /** @param count of parameters */
    public ManyParameters(Method method, int count, Report report, Consumer<String> out) {
        this.method = method;
        this.count = count;
        this.report = report;
        this.out = out;
    }

    public void run(Path folder) throws Exception {
        StoreSettings settings = DataDirectories.at(folder.resolve("many"));
        LargeValues values = new LargeValues(count);
        try (ChildServer server = ChildServer.attestore(settings)) {
            out.accept(text("Putting %,d parameters of 4 KB …", count));
            report.add(Row.shown(
                    text("PutParameter, %,d new SecureStrings of 4 KB, 64 connections", count),
                    Figure.of(
                            "/s",
                            load(server, values.putAll(out)).during(PUT_LIMIT).perSecond())));
            server.awaitTrail(TRAIL_LIMIT);
            MeasuredStore.beside(settings).vacuum();
            Rounds rounds = new Rounds(() -> {
                Thread.sleep(REST);
                server.awaitTrail(TRAIL_LIMIT);
            });
            rounds.add(AT_RANDOM, load(server, values.readsAtRandom()));
            rounds.add(OF_ONE, load(server, values.readsOfOne()));
            out.accept("Warming up …");
            method.warmUp().run(AT_RANDOM, rounds.load(AT_RANDOM), out);
            method.lighterWarmUp().run(OF_ONE, rounds.load(OF_ONE), out);
            rounds.run(method, out);
            report.add(Row.against(
                    text("%,d parameters of 4 KB: ", count) + AT_RANDOM,
                    rounds.perSecond(AT_RANDOM),
                    "of one name",
                    rounds.perSecond(OF_ONE),
                    Goal.atLeast(0.7, 0.9)));
            report.add(Row.withGoal(
                    text("resident memory of the server with %,d parameters, after the run", count),
                    Figure.of("MiB", server.residentMebibytes()),
                    Goal.atMost(1536, 768)));
            report.addCosts(rounds.costs());
        }
    }

    private Load puts(ChildServer server, LargeValues values) {
        return LoadGenerator.of(server.target(), values.regions(), values.putAll(out), server.meters());
    }

    private static Load load(ChildServer server, Conversations conversations) {
        return LoadGenerator.of(server.target(), CONNECTIONS, conversations, server.meters());
    }

    private static String text(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }
}
