package io.attestore.events.id;

import java.util.Optional;

/**
 * An Amazon Resource Name: {@code arn:partition:service:region:account:resource}.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">AWS: ARNs</a>
 */
public record Arn(String value) implements Identifier {

    private static final int PARTS = 6;
    private static final int LENGTH_MAX = 2048;

    public Arn {
        if (value.length() > LENGTH_MAX || !value.startsWith("arn:") || value.split(":", PARTS).length != PARTS) {
            throw new IllegalArgumentException("Not an ARN");
        }
    }

    public static Optional<Arn> parse(String text) {
        boolean arn = text.length() <= LENGTH_MAX && text.startsWith("arn:") && text.split(":", PARTS).length == PARTS;
        return arn ? Optional.of(new Arn(text)) : Optional.empty();
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
        return part(5);
    }

    private String part(int index) {
        return value.split(":", PARTS)[index];
    }

    @Override
    public String toString() {
        return value;
    }
}
