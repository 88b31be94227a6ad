package io.attestore.entities.ssm.parameter;

import io.attestore.events.parameter.ParameterPoliciesPut.Policy;
import java.time.Instant;
import java.time.OffsetDateTime;

/** When parameters expire, as their policies say. */
final class Expirations {

    /** Policies were checked before they were put, and stand in the log without blanks. */
    private static final String BEFORE_THE_TIME = "\"Timestamp\":\"";

    private Expirations() {}

    /** An expiration that came true, and was undone, is over. */
    static boolean hasCome(Parameter.Present parameter, Instant moment) {
        for (Policy policy : parameter.current().policies()) {
            if (policy.type().equals(Parameter.EXPIRATION)
                    && !parameter.acted().contains(policy)
                    && !moment.isBefore(time(policy))) {
                return true;
            }
        }
        return false;
    }

    private static Instant time(Policy expiration) {
        String text = expiration.text();
        int start = text.indexOf(BEFORE_THE_TIME) + BEFORE_THE_TIME.length();
        int end = text.indexOf('"', start);
        if (start < BEFORE_THE_TIME.length() || end < 0) {
            throw new IllegalStateException("An expiration in the log has no time");
        }
        return OffsetDateTime.parse(text.substring(start, end)).toInstant();
    }
}
