package io.attestore.proof.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.proof.bench.BenchArguments.Part;
import io.attestore.proof.bench.load.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both tables with numbers so small that they mean nothing, but that every row is there. */
class BenchTest {

    private static final Method TINY = new Method(1, Duration.ofMillis(200), Duration.ofMillis(200));

    @TempDir
    private Path folder;

    private final List<String> told = new CopyOnWriteArrayList<>();

    @Test
    void the_table_of_the_read_path_has_all_its_rows() throws Exception {
        run(new BenchArguments(TINY, List.of(1, 4), false, List.of(), 0, 0));

        assertThat(figures())
                .containsSubsequence(
                        "audited decrypting GetParameter, 1 connection",
                        "audited decrypting GetParameter, 4 connections",
                        "audited decrypting GetParameter, 1 connection: the audit tax",
                        "audited decrypting GetParameter, 4 connections: the audit tax",
                        "audited decrypting GetParameter, 1 connection, p50",
                        "GetParametersByPath, 10 SecureStrings each, in parameters",
                        "kms Decrypt, 4 connections",
                        "kms GenerateDataKey, 4 connections",
                        "PutParameter (SecureString), 4 connections",
                        "the load generator alone, against a constant answer, 4 connections",
                        "from the answer to the LookupEvents that shows it, p50 and p99",
                        "on disk per audited read",
                        "of these, the log's table",
                        "of these, the trail's indexes",
                        "write-ahead log per audited read, which is reused",
                        "resident memory of the server, at the end",
                        "start to ready, empty data directory",
                        "start to ready, existing data directory");
        assertThat(told).anyMatch(row -> row.startsWith("| records that LookupEvents lacks") && row.contains("≤ 0 ✓"));
        assertThat(told)
                .anyMatch(
                        row -> row.matches("\\| audited decrypting GetParameter, 4 connections( \\| [0-9.,]+){7} \\|"));
        assertEverythingIsRemoved();
    }

    @Test
    void the_table_of_the_large_settings_has_all_its_rows() throws Exception {
        run(new BenchArguments(TINY, List.of(1, 4), true, List.of(Part.values()), 2_000, 20));

        assertThat(told).contains("The record is whole.");
        assertThat(figures())
                .containsSubsequence(
                        "events written by the filler, in transactions of many calls",
                        "verify: events read again and hashed",
                        "start to ready, 2,000 events, none of them in the trail yet",
                        "replay: events indexed while the trail is rebuilt, nothing else going on",
                        "start to ready, 2,000 events",
                        "audited reads/s on a log of 2,000 events, 4 connections",
                        "reads of one parameter that was read 200 times, 4 connections",
                        "LookupEvents by resource, 1 connection, while reads go on, p99",
                        "LookupEvents by principal, 1 connection, while reads go on, p99",
                        "resident memory of the server, 2,000 events, at the end",
                        "PutParameter, 20 new SecureStrings of 4 KB, 4 connections",
                        "20 parameters of 4 KB: reads of names drawn at random, 4 connections",
                        "resident memory of the server with 20 parameters, after the run");
        assertEverythingIsRemoved();
    }

    private void run(BenchArguments arguments) {
        Bench.run(arguments, folder, told::add);
    }

    private List<String> figures() {
        return told.stream()
                .filter(line -> line.startsWith("| "))
                .map(line -> line.substring(2, line.indexOf(" |", 2)))
                .toList();
    }

    private void assertEverythingIsRemoved() throws Exception {
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }
}
