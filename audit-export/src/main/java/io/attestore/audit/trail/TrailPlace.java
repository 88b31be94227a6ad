package io.attestore.audit.trail;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place of a record in the trail, by which it is ordered and pages continue: by its time, within one second by the
 * log. It never changes, whatever is appended later. Smaller means older.
 *
 * @param second the record's time in whole seconds, as the record shows it
 * @param position the log position of the first event of the call
 * @param ordinal which of the call's records
 */
public record TrailPlace(Instant second, long position, int ordinal) implements Comparable<TrailPlace> {

    private static final Pattern TEXT = Pattern.compile("(-?[0-9]{1,12})\\.([0-9]{1,18})\\.([0-9]{1,5})");
    private static final Comparator<TrailPlace> OLDEST_FIRST = Comparator.comparing(TrailPlace::second)
            .thenComparingLong(TrailPlace::position)
            .thenComparingInt(TrailPlace::ordinal);

    public TrailPlace {
        second = second.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Newer than all records of that second, and older than all of the next. */
    static TrailPlace endOf(Instant second) {
        return new TrailPlace(second, Long.MAX_VALUE, Short.MAX_VALUE);
    }

    /** The place as {@link #text()} wrote it; empty for any other text. */
    public static Optional<TrailPlace> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TrailPlace(
                    Instant.ofEpochSecond(Long.parseLong(matcher.group(1))),
                    Long.parseLong(matcher.group(2)),
                    Integer.parseInt(matcher.group(3))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    public String text() {
        return second.getEpochSecond() + "." + position + "." + ordinal;
    }

    @Override
    public int compareTo(TrailPlace other) {
        return OLDEST_FIRST.compare(this, other);
    }
}
