package io.attestore.contract.duework;

/** How an event changes what there is to be done. */
public sealed interface DueWorkChange {

    /** There is something to be done, once its time has come; in the place of the same with another time. */
    record Scheduled(DueWork due) implements DueWorkChange {}

    /** It need not be done any more, or has been. */
    record Settled(Work work) implements DueWorkChange {}
}
