package io.attestore.server.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * What to measure.
 *
 * @param rounds how often each figure is taken; the table shows medians
 * @param time how long each figure is taken for
 * @param connections the numbers of connections for the audited read
 */
record BenchArguments(int rounds, Duration time, List<Integer> connections) {

    static final BenchArguments DEFAULTS = new BenchArguments(3, Duration.ofSeconds(5), List.of(1, 16, 64, 256));

    static final String HELP = """
            Usage: ./attestore bench [--rounds N] [--seconds N] [--connections N,N,...]

            Starts a server of its own on an empty embedded database with every safety setting on, and measures
            audited decrypting GetParameter beside plain JDBC inserts of the same bytes (one transaction each, 64
            connections) and beside the door alone (signature checked, nothing appended): all in one run, interleaved.

              --rounds N         how often each figure is taken, 1 to 20 (default 3); the table shows medians
              --seconds N        how long each figure is taken for, 1 to 120 (default 5)
              --connections N,…  for the audited read, 1 to 1024 each (default 1,16,64,256)
            """;

    BenchArguments {
        connections = List.copyOf(connections);
    }

    /** @throws IllegalArgumentException if an option is unknown or out of range, with a message for the user */
    static BenchArguments parse(List<String> arguments) {
        BenchArguments parsed = DEFAULTS;
        if (arguments.size() % 2 != 0) {
            throw new IllegalArgumentException("Every option of bench has a value");
        }
        for (int i = 0; i < arguments.size(); i += 2) {
            String value = arguments.get(i + 1);
            parsed = switch (arguments.get(i)) {
                case "--rounds" -> new BenchArguments(number(value, 1, 20), parsed.time, parsed.connections);
                case "--seconds" ->
                    new BenchArguments(parsed.rounds, Duration.ofSeconds(number(value, 1, 120)), parsed.connections);
                case "--connections" -> new BenchArguments(parsed.rounds, parsed.time, numbers(value));
                default -> throw new IllegalArgumentException("bench has no option " + arguments.get(i));
            };
        }
        return parsed;
    }

    private static List<Integer> numbers(String list) {
        return Arrays.stream(list.split(",")).map(text -> number(text, 1, 1024)).toList();
    }

    private static int number(String text, int min, int max) {
        if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) < min || Integer.parseInt(text) > max) {
            throw new IllegalArgumentException("Not a number from " + min + " to " + max + ": " + text);
        }
        return Integer.parseInt(text);
    }
}
