package io.attestore.proof.torture.overload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Watches the memory of a process from outside: its resident memory as Linux tells it, and from its collector's log
 * what is left of the heap after each collection.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_status.5.html">proc_pid_status(5)</a>
 */
final class MemorySampler implements AutoCloseable {

    private static final long EVERY_MILLIS = 200;
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern COLLECTION = Pattern.compile("Pause .* (\\d+)M->(\\d+)M\\((\\d+)M\\)");

    private final Path status;
    private final Path collectorLog;
    private final Queue<Long> residentMegabytes = new ConcurrentLinkedQueue<>();
    private final Thread thread;

    private MemorySampler(long pid, Path collectorLog) {
        this.status = Path.of("/proc", Long.toString(pid), "status");
        this.collectorLog = collectorLog;
        this.thread = Thread.ofPlatform().daemon().unstarted(this::sample);
    }

    /** The option of a JVM that lets it write the log that is read here. */
    static String option(Path collectorLog) {
        return "-Xlog:gc:file=" + collectorLog + ":uptime:filecount=0";
    }

    static MemorySampler start(long pid, Path collectorLog) {
        MemorySampler sampler = new MemorySampler(pid, collectorLog);
        sampler.thread.start();
        return sampler;
    }

    /** The most resident memory so far, in megabytes; 0 where the system does not tell. */
    long residentMegabytesMax() {
        return residentMegabytes.stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** The most of the heap that was left after a collection, in megabytes. */
    long heapMegabytesMax() {
        try {
            List<String> lines = Files.readAllLines(collectorLog);
            return lines.stream()
                    .map(COLLECTION::matcher)
                    .filter(Matcher::find)
                    .mapToLong(found -> Long.parseLong(found.group(2)))
                    .max()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException("The collector's log cannot be read", e);
        }
    }

    private void sample() {
        try {
            while (Files.exists(status)) {
                Matcher resident = RESIDENT.matcher(Files.readString(status));
                if (resident.find()) {
                    residentMegabytes.add(Long.parseLong(resident.group(1)) / 1024);
                }
                Thread.sleep(EVERY_MILLIS);
            }
        } catch (IOException | InterruptedException ended) {
            // the process, or the campaign
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
