package io.attestore.proof.bench;

import io.attestore.proof.bench.load.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * What to measure.
 *
 * @param method how figures are taken
 * @param connections the numbers of connections of the audited read and of what it is compared with; sorted
 * @param large whether to measure the large settings instead
 * @param parts which of these
 * @param events of the long log
 * @param parameters of 4 KB
 */
record BenchArguments(
        Method method, List<Integer> connections, boolean large, List<Part> parts, long events, int parameters) {

    /** The large settings. */
    enum Part {
        LOG,
        PARAMETERS
    }

    private static final int USUAL_CONNECTIONS = 64;

    static final BenchArguments DEFAULTS = new BenchArguments(
            new Method(3, Duration.ofSeconds(3), Duration.ofSeconds(90)),
            List.of(1, 16, 64, 256),
            false,
            List.of(Part.values()),
            10_000_000,
            100_000);

    static final String HELP = """
            Usage: ./attestore bench [--quick] [--rounds N] [--seconds N] [--connections N,N,…]
                   ./attestore bench --large [OPTION…]     the large settings, see bench --large --help

            Starts a server of its own on an empty embedded database with every safety setting on, and measures audited
            reads (GetParameter with decryption) beside plain JDBC inserts of the same bytes (one transaction each, on a
            PostgreSQL set alike), beside the door alone (signature checked, nothing appended) and beside the load
            generator alone: all in one run, in rounds that take turns. Then the other calls, LookupEvents under load,
            memory, disk and the time to start. Takes about six minutes.

              --quick            one short round at 1 and 64 connections; a minute and a half
              --rounds N         how often each figure is taken, 1 to 20 (3); the tables show medians
              --seconds N        how long each figure is taken for, 1 to 120 (3)
              --connections N,…  for the audited read and what it is compared with, 1 to 1024 each (1,16,64,256)
            """;

    static final String HELP_LARGE = """
            Usage: ./attestore bench --large [--part log|parameters] [--events N] [--parameters N]
                   [--quick] [--rounds N] [--seconds N]

            Measures what grows. It needs disk space (some 10 GB for ten million events) and about a quarter of an hour.

            log: two servers, one whose log has 10 thousand events and one with very many, written through the log's
            own engine as reads like those that the server itself has recorded, one fifth of them of one parameter. Shows
            how fast they were written and that the chain verifies, how fast the trail is rebuilt, the time to start,
            audited reads of both in turn, reads of the parameter that was read so often against a fresh one, and
            LookupEvents while reads go on.
            parameters: very many SecureStrings of 4 KB; reads of names drawn at random against reads of one.

              --part NAME        one of the two only
              --events N         of the long log, 20000 to 1000000000 (10000000)
              --parameters N     100 to 1000000 (100000)
              --quick, --rounds, --seconds as for bench
            """;

    BenchArguments {
        connections = connections.stream().sorted().distinct().toList();
        parts = List.copyOf(parts);
    }

    /** For what is measured at one number of connections: 64, or the most below that are asked for. */
    int usualConnections() {
        return connections.stream()
                .filter(count -> count <= USUAL_CONNECTIONS)
                .reduce((one, larger) -> larger)
                .orElse(connections.getFirst());
    }

    /** @throws IllegalArgumentException if an option is unknown or out of range, with a message for the user */
    static BenchArguments parse(List<String> arguments) {
        BenchArguments parsed = DEFAULTS;
        for (int i = 0; i < arguments.size(); i++) {
            String option = arguments.get(i);
            parsed = switch (option) {
                case "--quick" -> parsed.quick();
                case "--large" -> parsed.withLarge();
                default -> {
                    if (++i == arguments.size()) {
                        throw new IllegalArgumentException("bench has no option " + option + ", or it needs a value");
                    }
                    yield parsed.with(option, arguments.get(i));
                }
            };
        }
        return parsed;
    }

    private BenchArguments with(String option, String value) {
        return switch (option) {
            case "--rounds" -> withMethod(new Method((int) number(value, 1, 20), method.time(), method.warmUpMax()));
            case "--seconds" ->
                withMethod(new Method(method.rounds(), Duration.ofSeconds(number(value, 1, 120)), method.warmUpMax()));
            case "--connections" -> withConnections(numbers(value));
            case "--part" -> withParts(List.of(part(value)));
            case "--events" -> withEvents(number(value, 20_000, 1_000_000_000));
            case "--parameters" -> withParameters((int) number(value, 100, 1_000_000));
            default -> throw new IllegalArgumentException("bench has no option " + option);
        };
    }

    private BenchArguments quick() {
        return new BenchArguments(
                new Method(1, Duration.ofSeconds(2), Duration.ofSeconds(20)),
                List.of(1, 64),
                large,
                parts,
                events,
                parameters);
    }

    private BenchArguments withMethod(Method newMethod) {
        return new BenchArguments(newMethod, connections, large, parts, events, parameters);
    }

    private BenchArguments withConnections(List<Integer> newConnections) {
        return new BenchArguments(method, newConnections, large, parts, events, parameters);
    }

    private BenchArguments withLarge() {
        return new BenchArguments(method, connections, true, parts, events, parameters);
    }

    private BenchArguments withParts(List<Part> newParts) {
        return new BenchArguments(method, connections, large, newParts, events, parameters);
    }

    private BenchArguments withEvents(long newEvents) {
        return new BenchArguments(method, connections, large, parts, newEvents, parameters);
    }

    private BenchArguments withParameters(int newParameters) {
        return new BenchArguments(method, connections, large, parts, events, newParameters);
    }

    private static Part part(String name) {
        return switch (name) {
            case "log" -> Part.LOG;
            case "parameters" -> Part.PARAMETERS;
            default -> throw new IllegalArgumentException("--part is log or parameters, not " + name);
        };
    }

    private static List<Integer> numbers(String list) {
        return Arrays.stream(list.split(","))
                .map(text -> (int) number(text, 1, 1024))
                .toList();
    }

    private static long number(String text, long min, long max) {
        if (!text.matches("[0-9]{1,10}") || Long.parseLong(text) < min || Long.parseLong(text) > max) {
            throw new IllegalArgumentException("Not a number from " + min + " to " + max + ": " + text);
        }
        return Long.parseLong(text);
    }
}
