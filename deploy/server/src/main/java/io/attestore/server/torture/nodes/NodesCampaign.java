package io.attestore.server.torture.nodes;

import io.attestore.server.torture.Campaign;
import io.attestore.server.torture.Report;
import io.attestore.server.torture.TortureArguments;
import io.attestore.server.torture.client.ApiClient;
import io.attestore.server.torture.process.Postmaster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The campaign {@code nodes}: clients of two nodes on one database put, read and delete the same parameters, disable,
 * enable and use the same keys and race for the same aliases, while a node is killed, frozen or cut off. What they saw
 * has to be linearizable, both nodes have to serve again soon, every value that somebody received has to be on record,
 * and the record has to be whole.
 */
public final class NodesCampaign implements Campaign {

    private static final int CLIENTS_PER_NODE = 6;
    private static final Duration RECOVERY_LIMIT = Duration.ofSeconds(30);

    /** How long clients call before, during and after the harm; during it below and beyond the nodes' time limits. */
    private static final Duration BEFORE = Duration.ofMillis(700);

    private static final Duration DURING_MIN = Duration.ofMillis(300);
    private static final Duration DURING_MAX = Duration.ofMillis(4500);
    private static final Duration AFTER = Duration.ofMillis(700);

    private final List<String> table = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();

    @Override
    public String name() {
        return "nodes";
    }

    @Override
    public Report run(TortureArguments arguments, Consumer<String> progress) throws Exception {
        table.clear();
        violations.clear();
        Path folder = Files.createTempDirectory(arguments.folder(), "torture-nodes-");
        table.add("| round | harm | answered | outcome unknown | refused unhappened | objects | too hard"
                + " | served again after ms | violations |");
        table.add("|---:|---|---:|---:|---:|---:|---:|---:|---:|");
        Random random = new Random(arguments.seed());
        try (TwoNodes nodes = TwoNodes.start(folder)) {
            for (int number = 1; number <= arguments.rounds(); number++) {
                Harm harm = harm(number, random);
                progress.accept("Round " + number + " of " + arguments.rounds() + ": " + harm);
                round(nodes, number, harm, random);
            }
            List<String> broken = nodes.verify();
            broken.forEach(line -> violations.add("verify: " + line));
        }
        if (violations.isEmpty()) {
            delete(folder);
        } else {
            table.add("What is left for whoever looks into it: " + folder);
        }
        return new Report(table, violations);
    }

    /** All of them in turn, so that a few rounds see each. */
    private static Harm harm(int number, Random random) {
        Harm[] all = Harm.values();
        return number <= all.length ? all[number - 1] : all[random.nextInt(all.length)];
    }

    private void round(TwoNodes nodes, int number, Harm harm, Random random) throws Exception {
        int before = violations.size();
        try (ApiClient first = nodes.client(nodes.near(), "torture-" + number)) {
            Round round = Round.begin("torture-" + number, first);
            try (Crowd crowd = Crowd.start(nodes, round, CLIENTS_PER_NODE, random)) {
                Thread.sleep(BEFORE);
                inflict(harm, nodes, crowd, random);
                long healed = System.nanoTime();
                boolean served = isServedAgain(crowd, nodes);
                long servedAfter = (System.nanoTime() - healed) / 1_000_000;
                if (!served) {
                    violations.add("round " + number + ": the nodes did not serve again within " + RECOVERY_LIMIT);
                }
                Thread.sleep(AFTER);
                crowd.stop();
                HistoryCheck.Result result = HistoryCheck.of(round.history());
                result.violations().forEach(each -> violations.add("round " + number + ": " + each));
                round.history().oddities().forEach(each -> violations.add("round " + number + ": " + each));
                unrecorded(crowd, nodes, round).forEach(each -> violations.add("round " + number + ": " + each));
                table.add(String.format(
                        Locale.ROOT,
                        "| %d | %s | %,d | %,d | %,d | %d | %d | %,d | %d |",
                        number,
                        harm,
                        round.history().answered(),
                        round.history().unknown(),
                        round.history().unhappened(),
                        result.objects(),
                        result.undecided(),
                        servedAfter,
                        violations.size() - before));
            }
        }
    }

    private static void inflict(Harm harm, TwoNodes nodes, Crowd crowd, Random random) throws Exception {
        Duration during = Duration.ofMillis(random.nextLong(DURING_MIN.toMillis(), DURING_MAX.toMillis()));
        Node victim = random.nextBoolean() ? nodes.near() : nodes.far();
        switch (harm) {
            case NONE -> Thread.sleep(during);
            case KILL -> {
                victim.kill();
                Thread.sleep(during.dividedBy(2));
                startAgain(victim, crowd);
            }
            case FREEZE -> {
                victim.freeze();
                try {
                    Thread.sleep(during);
                } finally {
                    victim.thaw();
                }
            }
            case PARTITION -> {
                nodes.network().partition();
                Thread.sleep(during);
                nodes.network().heal();
            }
            case PARTITION_AND_BREAK -> {
                nodes.network().partition();
                Thread.sleep(during);
                nodes.network().healWithBrokenConnections();
            }
            case FREEZE_DATABASE -> {
                Postmaster postgres = nodes.postgres();
                postgres.freeze();
                try {
                    Thread.sleep(during);
                } finally {
                    postgres.thaw();
                }
            }
            case KILL_DURING_PARTITION -> {
                nodes.network().partition();
                nodes.near().kill();
                startAgain(nodes.near(), crowd);
                nodes.network().heal();
            }
        }
    }

    private static void startAgain(Node node, Crowd crowd) {
        node.startAgain();
        crowd.reconnect(node);
    }

    private static boolean isServedAgain(Crowd crowd, TwoNodes nodes) throws InterruptedException {
        long deadline = System.nanoTime() + RECOVERY_LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                if (crowd.isServed(nodes.near()) && crowd.isServed(nodes.far())) {
                    return true;
                }
            } catch (UncheckedIOException notYet) {
                Thread.sleep(20);
            }
        }
        return false;
    }

    private static List<String> unrecorded(Crowd crowd, TwoNodes nodes, Round round) {
        List<String> missing = new ArrayList<>();
        round.history().valuesOf().forEach((operation, requestIds) -> {
            for (Node node : List.of(nodes.near(), nodes.far())) {
                Set<String> unrecorded = new HashSet<>(requestIds);
                unrecorded.removeAll(crowd.recorded(node, operation));
                unrecorded.forEach(id -> missing.add(
                        node.name() + " has no record of the " + operation + " " + id + ", which told a value"));
            }
        });
        return missing;
    }

    private static void delete(Path folder) throws IOException {
        try (var tree = Files.walk(folder)) {
            for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
