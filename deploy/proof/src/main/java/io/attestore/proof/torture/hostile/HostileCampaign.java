package io.attestore.proof.torture.hostile;

import io.attestore.proof.torture.Campaign;
import io.attestore.proof.torture.Report;
import io.attestore.proof.torture.TortureArguments;
import io.attestore.proof.torture.client.Credentials;
import io.attestore.proof.torture.process.ChildServer;
import io.attestore.proof.torture.process.WorkFolder;
import io.attestore.server.store.PrivateFile;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The campaign {@code hostile}: attacks from some addresses, and honest clients of another address and account, who are
 * measured before, during and after each. None of their calls may be refused, and they may hardly notice: where others
 * are slow, they are served in time as ever; where others make the processors work, they wait twice as long at most.
 */
public final class HostileCampaign implements Campaign {

    /** As the launcher starts it. */
    private static final List<String> JAVA_OPTIONS =
            List.of("-Xmx1g", "-XX:-UseSerialGC", "-XX:+UseParallelGC", "-XX:TieredStopAtLevel=4");

    private static final Credentials HONEST =
            new Credentials("AKIAHONESTCLIENTS000", "honest/clients/secret/of/the/campaign/00");
    private static final Credentials ATTACKER =
            new Credentials("AKIAHOSTILECLIENTS00", "hostile/clients/secret/of/the/campaign/0");
    private static final String ACCOUNTS =
            """
            [{"account_id":"111111111111","access_key":"%s","secret_key":"%s"},
            {"account_id":"222222222222","access_key":"%s","secret_key":"%s"}]""".formatted(HONEST.id(), HONEST.secret(), ATTACKER.id(), ATTACKER.secret());

    private final Trial trial;
    private final List<Attack> attacks;

    public HostileCampaign() {
        this(Trial.FULL, List.of(Attack.values()));
    }

    HostileCampaign(Trial trial, List<Attack> attacks) {
        this.trial = trial;
        this.attacks = List.copyOf(attacks);
    }

    @Override
    public String name() {
        return "hostile";
    }

    @Override
    public Report run(TortureArguments arguments, Consumer<String> progress) throws Exception {
        List<Attack> chosen = arguments.attack().map(HostileCampaign::named).orElse(attacks);
        try (WorkFolder folder = WorkFolder.in(arguments.folder(), "torture-hostile-")) {
            try (ChildServer server =
                    ChildServer.start(folder.path().resolve("data"), settings(folder.path()), JAVA_OPTIONS)) {
                Report report = run(server.endpoint(), chosen, arguments.time(), progress);
                folder.keepUnless(report.isClean());
                return report;
            }
        }
    }

    private static List<Attack> named(String label) {
        return List.of(Attack.of(label)
                .orElseThrow(() -> new IllegalArgumentException("There is no attack '" + label + "', see --help")));
    }

    private static Map<String, String> settings(Path folder) {
        Path accounts = folder.resolve("accounts.json");
        PrivateFile.write(accounts, ACCOUNTS);
        return Map.of("attestore.bootstrap", accounts.toString());
    }

    private Report run(URI server, List<Attack> chosen, Duration time, Consumer<String> progress) throws Exception {
        List<String> table = new ArrayList<>(List.of(
                "| attack | honest clients | calls | p50 ms | p99 ms | longest ms | refused |",
                "|---|---|---:|---:|---:|---:|---:|"));
        List<String> remarks = new ArrayList<>();
        List<String> violations = new ArrayList<>();
        HonestClients.prepare(server, HONEST);
        progress.accept("Warming up");
        HonestClients.measure(server, HONEST, trial.warmUp());
        for (Attack attack : chosen) {
            progress.accept("Attack " + attack.label() + " for " + time.toSeconds() + " s");
            HonestClients.Seen before = HonestClients.measure(server, HONEST, trial.calm());
            HonestClients.Seen during;
            try (Harm harm = attack.begin(server, ATTACKER)) {
                during = HonestClients.measure(server, HONEST, time);
                remarks.add(attack.label() + ": " + harm.seen());
            }
            HonestClients.Seen after = HonestClients.measure(server, HONEST, trial.calm());
            table.add(row(attack, "before", before));
            table.add(row(attack, "during", during));
            table.add(row(attack, "after", after));
            violations.addAll(violations(attack, before, during, after));
        }
        table.addAll(remarks);
        return new Report(table, violations);
    }

    private List<String> violations(
            Attack attack, HonestClients.Seen before, HonestClients.Seen during, HonestClients.Seen after) {
        List<String> violations = new ArrayList<>();
        double limit = attack.makesProcessorsWork()
                ? Math.max(before.p99Millis(), after.p99Millis()) * trial.timesMax()
                        + trial.slack().toMillis()
                : trial.slowLimit().toMillis();
        if (during.p99Millis() >= limit) {
            violations.add(String.format(
                    Locale.ROOT,
                    "%s: the 99th percentile of honest calls was %.1f ms, the limit %.1f ms",
                    attack.label(),
                    during.p99Millis(),
                    limit));
        }
        List.of(before, during, after)
                .forEach(seen -> seen.refusals()
                        .forEach((what, count) ->
                                violations.add(attack.label() + ": " + count + " honest calls ended with " + what)));
        return violations;
    }

    private static String row(Attack attack, String when, HonestClients.Seen seen) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %,d | %.1f | %.1f | %,d | %,d |",
                attack.label(),
                when,
                seen.times().getTotalCount(),
                seen.p50Millis(),
                seen.p99Millis(),
                seen.times().getMaxValue() / 1_000_000,
                seen.refusals().values().stream().mapToLong(Long::longValue).sum());
    }
}
