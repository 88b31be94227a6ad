package io.attestore.events.id;

/**
 * The unique id of a user, group, role, policy or instance profile: four characters that tell its kind, and seventeen more.
 * Unlike a name, it is never used again.
 */
public record IamId(String value) implements Identifier {

    /** Of every id. */
    public static final int LENGTH = 21;

    private static final CharacterSet CHARACTERS = CharacterSet.DIGITS.withRange('A', 'Z');

    public IamId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("A unique id of IAM has a known prefix and 21 capitals and digits");
        }
    }

    public static boolean isValid(String value) {
        return CHARACTERS.hasAllOf(value, LENGTH, LENGTH)
                && IamKind.ofPrefix(value).isPresent();
    }

    public IamKind kind() {
        return IamKind.ofPrefix(value).orElseThrow();
    }

    @Override
    public String toString() {
        return value;
    }
}
