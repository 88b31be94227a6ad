package io.attestore.events.id;

/**
 * A parameter's name as its owner wrote it. A leading slash makes no difference at level one: {@code /x} and {@code x}
 * name the same parameter, and its ARN has one slash either way.
 *
 * <p>Checks here only what every name in the log must satisfy; the rules for new names belong to PutParameter.
 */
public record ParameterName(String value) implements Identifier {

    /** Characters of a name, ARN prefix included, in the service model of Parameter Store. */
    private static final int LENGTH_MAX = 2048;

    public ParameterName {
        if (value.isEmpty() || value.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("A parameter name has 1 to 2048 characters");
        }
    }

    /** The name with a leading slash, whichever way it was written: the same for all spellings of one parameter. */
    public String path() {
        return value.startsWith("/") ? value : "/" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
