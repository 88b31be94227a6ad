package io.attestore.proof.bench.meter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How much memory of a process is in RAM, from {@code /proc}.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_status.5.html">proc_pid_status(5), VmRSS</a>
 */
public final class ResidentMemory {

    private static final String FIELD = "VmRSS:";
    private static final double KIBIBYTES_PER_MEBIBYTE = 1024;

    private ResidentMemory() {}

    /** In MiB; not a number where it cannot be told. */
    public static double mebibytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith(FIELD))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / KIBIBYTES_PER_MEBIBYTE)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException notLinux) {
            return Double.NaN;
        }
    }
}
