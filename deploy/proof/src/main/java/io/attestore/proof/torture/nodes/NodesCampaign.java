package io.attestore.proof.torture.nodes;

import io.attestore.proof.torture.Campaign;
import io.attestore.proof.torture.Report;
import io.attestore.proof.torture.TortureArguments;
import io.attestore.proof.torture.process.WorkFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * The campaign {@code nodes}: clients of two nodes on one database put, read and delete the same parameters, disable,
 * enable and use the same keys and race for the same aliases, while a node is killed, frozen or cut off. What they saw
 * has to be linearizable, both nodes have to serve again soon, every value that somebody received has to be on record,
 * and the record has to be whole.
 */
public final class NodesCampaign implements Campaign {

    private final List<Harm> harms;

    public NodesCampaign() {
        this(List.of(Harm.values()));
    }

    /** @param harms all of them are done in turn, so that a few rounds see each; then any */
    NodesCampaign(List<Harm> harms) {
        this.harms = List.copyOf(harms);
    }

    @Override
    public String name() {
        return "nodes";
    }

    @Override
    public Report run(TortureArguments arguments, Consumer<String> progress) throws Exception {
        try (WorkFolder folder = WorkFolder.in(arguments.folder(), "torture-nodes-")) {
            Report report = run(folder.path(), arguments, progress);
            folder.keepUnless(report.isClean());
            return report;
        }
    }

    private Report run(Path folder, TortureArguments arguments, Consumer<String> progress) throws Exception {
        List<String> table = new ArrayList<>(RoundRun.HEADER);
        List<String> violations = new ArrayList<>();
        Random random = new Random(arguments.seed());
        try (TwoNodes nodes = TwoNodes.start(folder)) {
            for (int number = 1; number <= arguments.rounds(); number++) {
                Harm harm = harm(number, random);
                progress.accept("Round " + number + " of " + arguments.rounds() + ": " + harm);
                RoundRun.Result result = new RoundRun(nodes, random).run(number, harm);
                table.add(result.row());
                for (String violation : result.violations()) {
                    violations.add("round " + number + ": " + violation);
                }
            }
            nodes.verify().forEach(line -> violations.add("verify: " + line));
        }
        return new Report(table, violations);
    }

    private Harm harm(int number, Random random) {
        return number <= harms.size() ? harms.get(number - 1) : harms.get(random.nextInt(harms.size()));
    }
}
