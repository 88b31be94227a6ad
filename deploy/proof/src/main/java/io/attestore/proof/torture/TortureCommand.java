package io.attestore.proof.torture;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/** The torture command: runs one campaign or all, and prints what they found. */
public final class TortureCommand {

    private static final String DEFAULT = "crash";
    private static final String ALL = "all";
    private static final int OK = 0;
    private static final int VIOLATED = 1;
    private static final int WRONG_USAGE = 2;

    private final List<Campaign> campaigns;
    private final Consumer<String> out;

    public TortureCommand(List<Campaign> campaigns, Consumer<String> out) {
        this.campaigns = List.copyOf(campaigns);
        this.out = out;
    }

    /**
     * Runs what the arguments name.
     *
     * @return the exit code
     */
    public int run(List<String> arguments) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.accept(TortureArguments.HELP);
            return OK;
        }
        try {
            boolean named = !arguments.isEmpty() && !arguments.getFirst().startsWith("--");
            List<Campaign> chosen = named(named ? arguments.getFirst() : DEFAULT);
            TortureArguments options = TortureArguments.parse(
                    named ? arguments.subList(1, arguments.size()) : arguments, new SecureRandom().nextInt(1_000_000));
            if (!Files.isDirectory(options.folder())) {
                throw new IllegalArgumentException("There is no folder " + options.folder());
            }
            return run(chosen, options);
        } catch (IllegalArgumentException wrong) {
            out.accept("attestore: " + wrong.getMessage());
            return WRONG_USAGE;
        }
    }

    private List<Campaign> named(String name) {
        List<Campaign> chosen = campaigns.stream()
                .filter(campaign -> name.equals(ALL) || name.equals(campaign.name()))
                .toList();
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("There is no campaign '" + name + "', see --help");
        }
        return chosen;
    }

    private int run(List<Campaign> chosen, TortureArguments arguments) {
        quietLibraries();
        List<String> violations = new ArrayList<>();
        for (Campaign campaign : chosen) {
            out.accept("Campaign " + campaign.name() + ", seed " + arguments.seed());
            Report report = report(campaign, arguments);
            out.accept("");
            report.table().forEach(out);
            out.accept("");
            report.violations().forEach(violation -> violations.add(campaign.name() + ": " + violation));
        }
        violations.forEach(violation -> out.accept("VIOLATED: " + violation));
        out.accept(
                violations.isEmpty()
                        ? "Every promise was kept (seed " + arguments.seed() + ")."
                        : violations.size() + " violations (seed " + arguments.seed() + ").");
        return violations.isEmpty() ? OK : VIOLATED;
    }

    /** Outside a server nothing sets the levels, and libraries would tell everything. */
    private static void quietLibraries() {
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(Level.WARN);
        }
    }

    /** A campaign that cannot go on has shown nothing: that fails the command, and the others still run. */
    private Report report(Campaign campaign, TortureArguments arguments) {
        try {
            return campaign.run(arguments, out);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The campaign was stopped", stopped);
        } catch (Exception failure) {
            return new Report(List.of(), List.of("the campaign could not go on: " + failure));
        }
    }
}
