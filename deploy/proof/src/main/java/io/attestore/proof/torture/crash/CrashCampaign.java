package io.attestore.proof.torture.crash;

import io.attestore.postgres.ConnectionSettings;
import io.attestore.postgres.EmbeddedPostgres;
import io.attestore.postgres.EmbeddedPostgresSettings;
import io.attestore.proof.bench.child.DataDirectories;
import io.attestore.proof.torture.Campaign;
import io.attestore.proof.torture.Report;
import io.attestore.proof.torture.TortureArguments;
import io.attestore.proof.torture.client.ApiClient;
import io.attestore.proof.torture.ledger.Books;
import io.attestore.proof.torture.ledger.Counts;
import io.attestore.proof.torture.ledger.Load;
import io.attestore.proof.torture.ledger.TrailRebuild;
import io.attestore.proof.torture.process.ChildServer;
import io.attestore.proof.torture.process.Postmaster;
import io.attestore.proof.torture.process.Wait;
import io.attestore.proof.torture.process.WorkFolder;
import io.attestore.server.store.RunningDatabase;
import io.attestore.server.verify.VerifyCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Kills the server, its PostgreSQL or both by SIGKILL at random instants under load, round after round on the same data.
 * After each kill the store has to come back, and what its clients were told has to agree with the log, the chain and
 * the trail; after the last, the whole record is verified with its anchors, and the trail compared with a rebuild.
 */
public final class CrashCampaign implements Campaign {

    private static final int CLIENTS = 16;
    private static final String REGION = "us-east-1";
    private static final int LOAD_MILLIS_MIN = 400;
    private static final int LOAD_MILLIS_MORE = 1_600;
    private static final int GAP_MILLIS_MAX = 40;
    private static final Duration RECOVERY = Duration.ofSeconds(60);
    private static final Duration LOAD_AFTER_RECOVERY = Duration.ofMillis(300);

    @Override
    public String name() {
        return "crash";
    }

    @Override
    public Report run(TortureArguments arguments, Consumer<String> progress) throws Exception {
        try (WorkFolder folder = WorkFolder.in(arguments.folder(), "torture-crash-")) {
            Report report = run(folder.path().resolve("data"), arguments, progress);
            folder.keepUnless(report.isClean());
            return report;
        }
    }

    private static Report run(Path data, TortureArguments arguments, Consumer<String> progress) throws Exception {
        Random choices = new Random(arguments.seed());
        Books books = new Books(new Random(choices.nextLong()));
        List<Victim> deck = new ArrayList<>();
        List<Round> rounds = new ArrayList<>();
        ChildServer server = ChildServer.start(data, Map.of());
        try {
            for (int number = 1; number <= arguments.rounds(); number++) {
                if (deck.isEmpty()) {
                    deck.addAll(List.of(Victim.values()));
                    Collections.shuffle(deck, choices);
                }
                Counts before = books.counts();
                Victim victim = deck.removeLast();
                long killed = kill(server, victim, books, choices);
                server = victim == Victim.POSTGRESQL ? server : ChildServer.start(data, Map.of());
                Duration ready = Duration.ofNanos(awaitReady(server) - killed);
                List<String> violations = closeBooks(server, books);
                Round round = new Round(victim, books.counts().minus(before), ready, violations);
                rounds.add(round);
                progress.accept(round.line(number));
                violations.forEach(progress);
            }
        } finally {
            server.close();
        }
        progress.accept("Verifying the whole record, and rebuilding the trail");
        return report(rounds, books, atRest(data));
    }

    /** Answers when it killed. All calls that were under way have ended when it returns. */
    private static long kill(ChildServer server, Victim victim, Books books, Random choices) throws Exception {
        Postmaster postgres = server.postgres();
        long killed;
        try (ApiClient client = server.client(REGION);
                Load load = books.startLoad(client, CLIENTS)) {
            Wait.until("the load is under way", RECOVERY, () -> load.answered() > CLIENTS);
            Thread.sleep(LOAD_MILLIS_MIN + choices.nextInt(LOAD_MILLIS_MORE));
            killed = System.nanoTime();
            switch (victim) {
                case SERVER -> server.kill();
                case POSTGRESQL -> {
                    postgres.killWithChildren();
                    awaitReady(server);
                    Thread.sleep(LOAD_AFTER_RECOVERY);
                }
                case BOTH -> killBoth(server, postgres, choices);
            }
        }
        return killed;
    }

    private static void killBoth(ChildServer server, Postmaster postgres, Random choices) throws Exception {
        boolean databaseFirst = choices.nextBoolean();
        int gapMillis = choices.nextInt(GAP_MILLIS_MAX);
        if (databaseFirst) {
            postgres.killWithChildren();
            Thread.sleep(gapMillis);
            server.kill();
        } else {
            server.kill();
            Thread.sleep(gapMillis);
            postgres.killWithChildren();
        }
    }

    /** Answers when the store answered again: a call that it has recorded. */
    private static long awaitReady(ChildServer server) throws InterruptedException {
        try (ApiClient client = server.client(REGION)) {
            Wait.until(
                    "the store answers again",
                    RECOVERY,
                    () -> client.kms("ListKeys", "{}").isOk());
        }
        return System.nanoTime();
    }

    private static List<String> closeBooks(ChildServer server, Books books) throws Exception {
        ConnectionSettings database = RunningDatabase.read(server.data().resolve("database"))
                .orElseThrow(() -> new IllegalStateException("The server does not tell its database"));
        try (ApiClient client = server.client(REGION)) {
            return books.close(client, database);
        }
    }

    private static List<String> atRest(Path data) throws IOException {
        List<String> violations = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        if (VerifyCommand.run(Map.of("attestore.data", data.toString()), lines::add) != 0) {
            violations.add("verify: " + String.join("; ", lines));
        }
        try (EmbeddedPostgres postgres =
                EmbeddedPostgres.start(EmbeddedPostgresSettings.in(data.resolve("postgres")))) {
            violations.addAll(TrailRebuild.compare(postgres.connection(), DataDirectories.at(data)));
        }
        return violations;
    }

    private static Report report(List<Round> rounds, Books books, List<String> atRest) {
        List<String> table = new ArrayList<>(Round.header().lines().toList());
        for (Victim victim : Victim.values()) {
            List<Round> ofVictim =
                    rounds.stream().filter(round -> round.victim() == victim).toList();
            if (!ofVictim.isEmpty()) {
                table.add(Round.row(victim.title(), ofVictim));
            }
        }
        table.add(Round.row("all", rounds));
        table.add("");
        table.add("The log has " + (books.head() + 1) + " events. At the end the whole record "
                + (atRest.isEmpty() ? "verified, and the trail was what a rebuild makes it." : "DID NOT STAND."));
        List<String> violations = new ArrayList<>();
        for (int i = 0; i < rounds.size(); i++) {
            for (String violation : rounds.get(i).violations()) {
                violations.add("round " + (i + 1) + ": " + violation);
            }
        }
        violations.addAll(atRest);
        return new Report(table, violations);
    }
}
