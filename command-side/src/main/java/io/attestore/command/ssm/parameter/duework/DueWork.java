package io.attestore.command.ssm.parameter.duework;

import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.ParameterName;
import java.time.Instant;

/**
 * Something that is to be done to a parameter when its time has come.
 *
 * @param subject what of the parameter it is about: for a destruction, the deletion that it ends; else empty
 */
public record DueWork(Kind kind, AccountRegion where, ParameterName name, String subject, Instant dueAt) {

    /** What is to be done. The names are stored: they do not change. */
    public enum Kind {
        /** Destroy the data keys of a deleted parameter that can be restored no more. */
        DESTROY_DELETED_PARAMETER("EndParameterDelete"),
        /** Let the policies of a parameter act whose time has come. */
        APPLY_POLICIES("ParameterPolicyAction");

        private final String eventName;

        Kind(String eventName) {
            this.eventName = eventName;
        }

        /** What the record calls it, in the manner of the events that services make by themselves. */
        public String eventName() {
            return eventName;
        }
    }

    public ParameterId id() {
        return ParameterId.of(where, name);
    }
}
