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
import java.util.stream.Collectors;

/**
 * The campaign {@code hostile}: attacks from some addresses, and honest clients of another address and account, who are
 * measured in calm and attacked {@link Windows} that take turns. None of their calls may be refused, and they may hardly
 * notice: where others are slow, they are served in time as ever; where others make the processors work, they wait twice
 * as long at most.
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
            Windows windows = measure(server, attack, time, remarks);
            table.add(row(attack, "calm", windows.allCalm()));
            table.add(row(attack, "attacked", windows.allAttacked()));
            remarks.add(attack.label() + ": the 99th percentile, window by window, in times of the calm ones: "
                    + windows.timesSlower().stream()
                            .map(HostileCampaign::rounded)
                            .collect(Collectors.joining(" "))
                    + ", median " + rounded(windows.medianTimesSlower()));
            violations.addAll(violations(attack, windows));
        }
        table.addAll(remarks);
        return new Report(table, violations);
    }

    /** The time is shared by the windows that are attacked. */
    private Windows measure(URI server, Attack attack, Duration time, List<String> remarks) throws Exception {
        int count = attack.makesProcessorsWork() ? trial.windows() : 1;
        List<HonestClients.Seen> calm = new ArrayList<>();
        List<HonestClients.Seen> attacked = new ArrayList<>();
        calm.add(HonestClients.measure(server, HONEST, trial.calm()));
        for (int i = 1; i <= count; i++) {
            try (Harm harm = attack.begin(server, ATTACKER)) {
                attacked.add(HonestClients.measure(server, HONEST, time.dividedBy(count)));
                remarks.add(attack.label() + ", window " + i + ": " + harm.seen());
            }
            calm.add(HonestClients.measure(server, HONEST, trial.calm()));
        }
        return new Windows(calm, attacked);
    }

    private List<String> violations(Attack attack, Windows windows) {
        List<String> violations = new ArrayList<>();
        if (attack.makesProcessorsWork()) {
            if (windows.medianTimesSlower() > trial.timesMax()) {
                violations.add(attack.label() + ": the 99th percentile of honest calls was "
                        + rounded(windows.medianTimesSlower()) + " times that of calm, the limit is "
                        + rounded(trial.timesMax()));
            }
        } else if (windows.allAttacked().p99Millis() >= trial.slowLimit().toMillis()) {
            violations.add(attack.label() + ": the 99th percentile of honest calls was "
                    + rounded(windows.allAttacked().p99Millis()) + " ms, the limit is "
                    + trial.slowLimit().toMillis() + " ms");
        }
        windows.all()
                .refusals()
                .forEach((what, count) ->
                        violations.add(attack.label() + ": " + count + " honest calls ended with " + what));
        return violations;
    }

    private static String rounded(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
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
