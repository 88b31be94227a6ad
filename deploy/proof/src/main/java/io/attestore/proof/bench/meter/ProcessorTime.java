package io.attestore.proof.bench.meter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;

/**
 * Processor time in seconds, user and system together, from {@code /proc}; not a number where there is none.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>
 */
public final class ProcessorTime {

    /** The kernel shows times in these, whatever its own clock: {@code USER_HZ} of every architecture we run on. */
    private static final double TICKS_PER_SECOND = 100;

    /** Fields after the command's name in brackets: utime, stime, then the same of children that were waited for. */
    private static final int USER = 11;

    private static final int SYSTEM = 12;
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;

    private ProcessorTime() {}

    /** Of one process, without its children. */
    public static double of(long pid) {
        long[] fields = fields(pid);
        return fields.length == 0 ? Double.NaN : (fields[USER] + fields[SYSTEM]) / TICKS_PER_SECOND;
    }

    /** Of a process and all its descendants, those that have ended included. */
    public static double ofTree(long pid) {
        if (fields(pid).length == 0) {
            return Double.NaN;
        }
        LongStream descendants = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToLong(ProcessHandle::pid);
        return LongStream.concat(LongStream.of(pid), descendants)
                        .map(ProcessorTime::ticksWithEndedChildren)
                        .sum()
                / TICKS_PER_SECOND;
    }

    private static long ticksWithEndedChildren(long pid) {
        long[] fields = fields(pid);
        return fields.length == 0 ? 0 : fields[USER] + fields[SYSTEM] + fields[CHILDREN_USER] + fields[CHILDREN_SYSTEM];
    }

    /** The numbers after the name; none if there is no such process. */
    private static long[] fields(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] words = stat.substring(stat.lastIndexOf(')') + 2).strip().split(" ");
            long[] numbers = new long[CHILDREN_SYSTEM + 1];
            for (int field = USER; field <= CHILDREN_SYSTEM; field++) {
                numbers[field] = Long.parseLong(words[field]);
            }
            return numbers;
        } catch (IOException ended) {
            return new long[0];
        }
    }
}
