package io.attestore.proof.torture.hostile;

import io.attestore.proof.torture.hostile.HonestClients.Seen;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Honest clients in windows of time that take turns: calm, attacked, calm, … and calm at the end. Whatever else the
 * machine does comes and goes slower than the windows do, so each attacked one is compared with its two neighbours, and
 * the median of that is not moved by a window in which something else happened.
 *
 * @param calm one more than there are attacked
 */
record Windows(List<Seen> calm, List<Seen> attacked) {

    Windows {
        if (attacked.isEmpty() || calm.size() != attacked.size() + 1) {
            throw new IllegalArgumentException(
                    "Not calm windows around attacked ones: " + calm.size() + ", " + attacked.size());
        }
        calm = List.copyOf(calm);
        attacked = List.copyOf(attacked);
    }

    /** How many times the 99th percentile of its neighbours that of an attacked window is, each; in the order of time. */
    List<Double> timesSlower() {
        return IntStream.range(0, attacked.size())
                .mapToObj(i -> attacked.get(i).p99Millis()
                        / ((calm.get(i).p99Millis() + calm.get(i + 1).p99Millis()) / 2))
                .toList();
    }

    /** The median of these; of an even number the mean of the two in the middle. */
    double medianTimesSlower() {
        List<Double> sorted = timesSlower().stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    Seen allCalm() {
        return Seen.together(calm);
    }

    Seen allAttacked() {
        return Seen.together(attacked);
    }

    Seen all() {
        return Seen.together(Stream.of(calm, attacked).flatMap(List::stream).toList());
    }
}
