package io.attestore.server.disclosure;

/** Why an operator stops or resumes disclosure: 1 to {@value #CHARACTERS_MAX} printable characters. */
public record DisclosureReason(String text) {

    public static final int CHARACTERS_MAX = 1_000;

    /** @throws IllegalArgumentException if it is empty, too long, or holds what cannot be printed */
    public DisclosureReason {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A reason is needed");
        }
        if (text.codePointCount(0, text.length()) > CHARACTERS_MAX) {
            throw new IllegalArgumentException("A reason has at most " + CHARACTERS_MAX + " characters");
        }
        if (!text.codePoints().allMatch(DisclosureReason::isPrintable)) {
            throw new IllegalArgumentException("A reason holds printable characters only");
        }
    }

    /** No line ends, other controls, marks of direction or halves of characters: it stands in one line, as it is. */
    private static boolean isPrintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
