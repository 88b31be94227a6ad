package io.attestore.proof.torture.faults;

import io.attestore.proof.torture.Campaign;
import io.attestore.proof.torture.Report;
import io.attestore.proof.torture.TortureArguments;
import io.attestore.proof.torture.faults.PostgresProxy.Cut;
import io.attestore.proof.torture.process.WorkFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Lets everything under a working store fail, one thing after the other. Expected each time: what cannot be recorded is
 * refused in time and in AWS's form, the store recovers by itself, nothing acknowledged is lost, nothing refused is
 * there.
 */
public final class FaultsCampaign implements Campaign {

    private static final String SMALL_HEAP = "-Xmx128m";
    private static final Map<String, String> SMALL_MEMORY = Map.of(
            "attestore.memory.states-bytes-max", "8MB",
            "attestore.log.window-bytes-max", "8MB",
            "attestore.log.queue-bytes-max", "8MB");

    @Override
    public String name() {
        return "faults";
    }

    @Override
    public Report run(TortureArguments arguments, Consumer<String> progress) throws Exception {
        List<Finding> findings = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        Random random = new Random(arguments.seed());
        Consumer<Finding> found = finding -> {
            findings.add(finding);
            progress.accept(
                    finding.title() + ": recovered after " + finding.recovery().toMillis() + " ms, "
                            + finding.violations().size() + " violations");
        };
        try (WorkFolder folder = WorkFolder.in(arguments.folder(), "torture-faults-")) {
            breakTheDatabase(folder.path().resolve("proxied"), random, found);
            if (!fillTheDisk(folder.path().resolve("disk"), random, found)) {
                remarks.add("NOT DONE: the disk full. It needs a file system of its own, and to mount a tmpfs takes"
                        + " root or CAP_SYS_ADMIN, which is not given here. That the database refuses for want of"
                        + " space was tried above.");
            }
            starve(folder.path().resolve("bounded"), true, random, found);
            starve(folder.path().resolve("unbounded"), false, random, found);
            stepTheClock(folder.path().resolve("clocked"), random, found);
            folder.keepUnless(
                    findings.stream().allMatch(finding -> finding.violations().isEmpty()));
        }
        return report(findings, remarks);
    }

    static void breakTheDatabase(Path folder, Random random, Consumer<Finding> found) throws Exception {
        ProxiedStore store = new ProxiedStore(folder);
        try (Trial trial = new Trial(store, random)) {
            found.accept(trial.inflict(new CutCommit(store, Cut.BEFORE_COMMIT)));
            found.accept(trial.inflict(new CutCommit(store, Cut.AFTER_COMMIT)));
            found.accept(trial.inflict(new RefusedByFullDisk(store)));
            found.accept(trial.inflict(new Restarted(store)));
            found.accept(trial.inflict(new Frozen(store)));
        }
    }

    /** Answers whether it could be done here. */
    static boolean fillTheDisk(Path folder, Random random, Consumer<Finding> found) throws Exception {
        Optional<SmallDisk> mounted = SmallDisk.mount(folder);
        if (mounted.isEmpty()) {
            return false;
        }
        try (SmallDisk disk = mounted.get();
                Trial trial = new Trial(new ChildStore(disk.path().resolve("data"), Map.of(), List.of()), random)) {
            found.accept(trial.inflict(new FullDisk(disk)));
        }
        return true;
    }

    static void starve(Path data, boolean bounded, Random random, Consumer<Finding> found) throws Exception {
        Map<String, String> settings = new HashMap<>(SMALL_MEMORY);
        if (bounded) {
            settings.put("attestore.http.bodies-bytes-max", "8MB");
        }
        try (Trial trial = new Trial(new ChildStore(data, settings, List.of(SMALL_HEAP)), random)) {
            found.accept(trial.inflict(new LargeRequests(bounded)));
        }
    }

    static void stepTheClock(Path data, Random random, Consumer<Finding> found) throws Exception {
        ClockedStore store = new ClockedStore(data);
        try (Trial trial = new Trial(store, random)) {
            found.accept(trial.inflict(new SteppedClock(store)));
        }
    }

    private static Report report(List<Finding> findings, List<String> remarks) {
        List<String> table = new ArrayList<>(Finding.HEADER.lines().toList());
        findings.forEach(finding -> table.add(finding.row()));
        table.addAll(remarks);
        List<String> violations = new ArrayList<>();
        for (Finding finding : findings) {
            finding.violations().forEach(violation -> violations.add(finding.title() + ": " + violation));
        }
        return new Report(table, violations);
    }
}
