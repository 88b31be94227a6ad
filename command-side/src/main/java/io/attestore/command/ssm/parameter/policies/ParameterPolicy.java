package io.attestore.command.ssm.parameter.policies;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A policy of an advanced parameter. Immutable.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-policies.html">Assigning
 *     parameter policies</a>
 */
public sealed interface ParameterPolicy {

    /** AWS's name of the kind. */
    String type();

    /** The policy as a JSON object, without blanks. */
    String text();

    /** The parameter is deleted when this moment has come. */
    record Expiration(Instant timestamp, String text) implements ParameterPolicy {

        static final String TYPE = "Expiration";

        @Override
        public String type() {
            return TYPE;
        }
    }

    /** Says so when the parameter is about to expire. */
    record ExpirationNotification(Duration before, String text) implements ParameterPolicy {

        static final String TYPE = "ExpirationNotification";

        @Override
        public String type() {
            return TYPE;
        }
    }

    /** Says so when the parameter has not been changed for a time. */
    record NoChangeNotification(Duration after, String text) implements ParameterPolicy {

        static final String TYPE = "NoChangeNotification";

        @Override
        public String type() {
            return TYPE;
        }
    }

    /** What the durations of policies are counted in. */
    enum Unit {
        DAYS("Days", ChronoUnit.DAYS),
        HOURS("Hours", ChronoUnit.HOURS);

        private final String wireName;
        private final ChronoUnit unit;

        Unit(String wireName, ChronoUnit unit) {
            this.wireName = wireName;
            this.unit = unit;
        }

        String wireName() {
            return wireName;
        }

        Duration times(long count) {
            return Duration.of(count, unit);
        }
    }
}
