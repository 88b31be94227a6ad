package io.attestore.events.id;

import java.util.Optional;

/**
 * An Amazon Resource Name: {@code arn:partition:service:region:account:resource}.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">AWS: ARNs</a>
 */
public record Arn(String value) implements Identifier {

    private static final int COLONS = 5;
    private static final int LENGTH_MAX = 2048;

    public Arn {
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not an ARN");
        }
    }

    public static Optional<Arn> parse(String text) {
        return isValid(text) ? Optional.of(new Arn(text)) : Optional.empty();
    }

    public String partition() {
        return part(1);
    }

    public String service() {
        return part(2);
    }

    public String region() {
        return part(3);
    }

    public String account() {
        return part(4);
    }

    public String resource() {
        return value.substring(afterColon(COLONS));
    }

    private String part(int index) {
        return value.substring(afterColon(index), afterColon(index + 1) - 1);
    }

    /** The index after so many colons. */
    private int afterColon(int count) {
        int index = 0;
        for (int colon = 0; colon < count; colon++) {
            index = value.indexOf(':', index) + 1;
        }
        return index;
    }

    private static boolean isValid(String text) {
        return text.length() <= LENGTH_MAX && text.startsWith("arn:") && hasEnoughColons(text);
    }

    private static boolean hasEnoughColons(String text) {
        int colon = -1;
        for (int count = 0; count < COLONS; count++) {
            colon = text.indexOf(':', colon + 1);
            if (colon < 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return value;
    }
}
