package io.attestore.proof.torture.nodes;

import io.attestore.proof.torture.client.ApiClient;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** One round: clients call, harm is done, the nodes serve again, what the clients saw is checked. */
final class RoundRun {

    static final List<String> HEADER = List.of(
            "| round | harm | answered | outcome unknown | did not happen | objects | too hard | served again after ms"
                    + " | unharmed node silent ms |",
            "|---:|---|---:|---:|---:|---:|---:|---:|---:|");

    private static final int CLIENTS_PER_NODE = 6;
    private static final Duration RECOVERY_LIMIT = Duration.ofSeconds(60);
    private static final Duration CALM = Duration.ofMillis(700);
    private static final long PAUSE_MILLIS = 20;

    private final TwoNodes nodes;
    private final Random random;

    RoundRun(TwoNodes nodes, Random random) {
        this.nodes = nodes;
        this.random = random;
    }

    /**
     * What came of it.
     *
     * @param row of the table
     */
    record Result(String row, List<String> violations) {

        Result {
            violations = List.copyOf(violations);
        }
    }

    Result run(int number, Harm harm) throws Exception {
        String region = "torture-" + number;
        try (ApiClient first = nodes.client(nodes.near(), region)) {
            Round round = Round.begin(region, first);
            awaitReader(round.reader(), region);
            try (Crowd crowd = Crowd.start(nodes, round, CLIENTS_PER_NODE, random)) {
                Thread.sleep(CALM);
                List<Node> unharmed = new Infliction(nodes, crowd).inflict(harm, random);
                long over = System.nanoTime();
                boolean served = isServedAgain(crowd);
                Duration servedAfter = Duration.ofNanos(System.nanoTime() - over);
                Thread.sleep(CALM);
                long silence = unharmed.stream()
                        .mapToLong(node -> round.history().longestSilence(node.name(), round.now()))
                        .max()
                        .orElse(0);
                crowd.stop();
                HistoryCheck.Result checked = HistoryCheck.of(round.history());
                List<String> violations = new ArrayList<>(checked.violations());
                if (!served) {
                    violations.add("the nodes did not serve again within " + RECOVERY_LIMIT);
                }
                violations.addAll(round.history().oddities());
                violations.addAll(unrecorded(crowd, round.history()));
                return new Result(row(number, harm, round.history(), checked, servedAfter, silence), violations);
            }
        }
    }

    private void awaitReader(Reader reader, String region) throws InterruptedException {
        for (Node node : List.of(nodes.near(), nodes.far())) {
            try (ApiClient client = nodes.client(node, region)) {
                reader.awaitKnown(client);
            }
        }
    }

    private boolean isServedAgain(Crowd crowd) throws InterruptedException {
        long deadline = System.nanoTime() + RECOVERY_LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                if (crowd.isServed(nodes.near()) && crowd.isServed(nodes.far())) {
                    return true;
                }
            } catch (UncheckedIOException notYet) {
                Thread.sleep(PAUSE_MILLIS);
            }
        }
        return false;
    }

    /** Each node has to tell of every value that either has given out. */
    private List<String> unrecorded(Crowd crowd, History history) {
        List<String> missing = new ArrayList<>();
        history.valuesOf().forEach((operation, requestIds) -> {
            for (Node node : List.of(nodes.near(), nodes.far())) {
                Set<String> unrecorded = new HashSet<>(requestIds);
                unrecorded.removeAll(crowd.recorded(node, operation));
                unrecorded.forEach(id -> missing.add("the node " + node.name() + " has no record of the " + operation
                        + " " + id + ", which told a value"));
            }
        });
        return missing;
    }

    private static String row(
            int number, Harm harm, History history, HistoryCheck.Result checked, Duration servedAfter, long silence) {
        return String.format(
                Locale.ROOT,
                "| %d | %s | %,d | %,d | %,d | %d | %d | %,d | %,d |",
                number,
                harm,
                history.answered(),
                history.unknown(),
                history.unhappened(),
                checked.objects(),
                checked.undecided(),
                servedAfter.toMillis(),
                silence / 1_000_000);
    }
}
