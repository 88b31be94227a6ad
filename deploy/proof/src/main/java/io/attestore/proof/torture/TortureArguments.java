package io.attestore.proof.torture;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What to do, and where.
 *
 * @param rounds how often a campaign that goes by rounds does its harm
 * @param seed of every choice that a campaign makes; how a load falls in time is not repeatable
 * @param time how long a campaign that goes by time keeps up its load
 * @param folder where a campaign may make folders of its own; it exists
 * @param attack the only one that a campaign of several attacks shall make
 */
public record TortureArguments(int rounds, long seed, Duration time, Path folder, Optional<String> attack) {

    /** For all attacks. */
    public TortureArguments(int rounds, long seed, Duration time, Path folder) {
        this(rounds, seed, time, folder, Optional.empty());
    }

    static final String HELP = """
            Usage: ./attestore torture [CAMPAIGN] [--rounds N] [--seed N] [--seconds N] [--folder DIR] [--attack NAME]

            Starts servers of its own on embedded databases with every safety setting on, does them harm under load and
            checks from outside that nothing acknowledged is lost, nothing refused is there, and every value that left
            has its record.

              crash      kills the server, PostgreSQL or both at random instants (the default)
              faults     cut connections, a full disk, a restarted, frozen database, a stepped clock, little memory
              nodes      two servers on one database: is what they answer linearizable?
              overload   many more clients than the machine can serve
              hostile    slow senders, forged signatures, heavy patterns: do honest clients notice?
              all        all of these, one after the other

              --rounds N     of crash and nodes, 1 to 10000 (default 10)
              --seed N       of all choices (default: a new one; it is printed)
              --seconds N    of load in overload, of each attack in hostile, 1 to 3600 (default 60)
              --attack NAME  of hostile only this: slow-heads, slow-bodies, wrong-signatures,
                             heavy-patterns, large-patterns or refused-patterns
              --folder DIR   where data is kept for the while (default: the current directory); what a campaign leaves
                             there after a violation is for whoever looks into it

            Exit code 0: every promise was kept. 1: one was broken, or a campaign could not run. 2: wrong usage.
            """;

    /** @throws IllegalArgumentException if an option is unknown or out of range, with a message for the user */
    static TortureArguments parse(List<String> arguments, long newSeed) {
        TortureArguments parsed = new TortureArguments(
                10, newSeed, Duration.ofSeconds(60), Path.of("").toAbsolutePath());
        if (arguments.size() % 2 != 0) {
            throw new IllegalArgumentException("Every option of torture has a value, see --help");
        }
        for (int i = 0; i < arguments.size(); i += 2) {
            parsed = parsed.with(arguments.get(i), arguments.get(i + 1));
        }
        return parsed;
    }

    private TortureArguments with(String option, String value) {
        return switch (option) {
            case "--rounds" -> new TortureArguments((int) number(value, 1, 10_000), seed, time, folder, attack);
            case "--seed" ->
                new TortureArguments(rounds, number(value, Long.MIN_VALUE, Long.MAX_VALUE), time, folder, attack);
            case "--seconds" ->
                new TortureArguments(rounds, seed, Duration.ofSeconds(number(value, 1, 3_600)), folder, attack);
            case "--folder" ->
                new TortureArguments(rounds, seed, time, Path.of(value).toAbsolutePath(), attack);
            case "--attack" -> new TortureArguments(rounds, seed, time, folder, Optional.of(value));
            default -> throw new IllegalArgumentException("torture has no option " + option + ", see --help");
        };
    }

    private static long number(String text, long min, long max) {
        try {
            long number = Long.parseLong(text);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // told below
        }
        throw new IllegalArgumentException("Not a number from " + min + " to " + max + ": " + text);
    }
}
