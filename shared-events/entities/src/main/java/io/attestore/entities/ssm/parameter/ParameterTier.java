package io.attestore.entities.ssm.parameter;

import java.util.Optional;

/**
 * The two tiers that a parameter can be in.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html">Managing
 *     parameter tiers</a>
 */
public enum ParameterTier {
    STANDARD("Standard", 4096, 10_000),
    ADVANCED("Advanced", 8192, 100_000);

    private final String wireName;
    private final int valueBytesMax;
    private final int parametersMax;

    ParameterTier(String wireName, int valueBytesMax, int parametersMax) {
        this.wireName = wireName;
        this.valueBytesMax = valueBytesMax;
        this.parametersMax = parametersMax;
    }

    /** The name that AWS and the log have for it. */
    public String wireName() {
        return wireName;
    }

    /** A value's length in bytes of UTF-8. */
    public int valueBytesMax() {
        return valueBytesMax;
    }

    /** Parameters of this tier in one account and Region. */
    public int parametersMax() {
        return parametersMax;
    }

    public static Optional<ParameterTier> ofWireName(String name) {
        for (ParameterTier tier : values()) {
            if (tier.wireName.equals(name)) {
                return Optional.of(tier);
            }
        }
        return Optional.empty();
    }
}
