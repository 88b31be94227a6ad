package io.attestore.command.ssm.parameter.duework;

import io.attestore.events.id.ParameterId;

/** How an event changes what there is to be done. */
public sealed interface DueWorkChange {

    /** There is something to be done, once its time has come; in the place of the same with another time. */
    record Scheduled(DueWork work) implements DueWorkChange {}

    /** It need not be done any more, or has been. */
    record Settled(DueWork.Kind kind, ParameterId id, String subject) implements DueWorkChange {}
}
