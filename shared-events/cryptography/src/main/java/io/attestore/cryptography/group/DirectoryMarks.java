package io.attestore.cryptography.group;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * By which a directory of keys is told from a copy of it: random marks, in hex digits. The database has one of them,
 * and both move on with every roll: a copy that was left behind has none that the database has.
 *
 * @param older what the database had before the newest roll; a standby that has not replayed that has it still
 * @param newer what it has now, or is about to get
 * @param restored whether the keys were put back from an export: they take the place of those that the database knows
 */
public record DirectoryMarks(Optional<String> older, Optional<String> newer, boolean restored) {

    static final int MARK_BYTES = 16;

    /** No database knows the directory. */
    public static final DirectoryMarks NONE = new DirectoryMarks(Optional.empty(), Optional.empty(), false);

    /** Put back from an export. */
    static final DirectoryMarks RESTORED = new DirectoryMarks(Optional.empty(), Optional.empty(), true);

    private static final Pattern MARK = Pattern.compile("[0-9a-f]{" + 2 * MARK_BYTES + "}");

    public DirectoryMarks {
        if (Stream.of(older, newer)
                .flatMap(Optional::stream)
                .anyMatch(mark -> !MARK.matcher(mark).matches())) {
            throw new IllegalArgumentException("A mark has " + MARK_BYTES + " bytes in hex digits");
        }
    }

    public static DirectoryMarks of(String mark) {
        return new DirectoryMarks(Optional.empty(), Optional.of(mark), false);
    }

    /** A mark that nobody has had. */
    public static String random(SecureRandom random) {
        byte[] mark = new byte[MARK_BYTES];
        random.nextBytes(mark);
        return HexFormat.of().formatHex(mark);
    }

    /** Whether a database that has this mark means this directory. */
    public boolean have(String mark) {
        return older.filter(mark::equals).isPresent()
                || newer.filter(mark::equals).isPresent();
    }
}
