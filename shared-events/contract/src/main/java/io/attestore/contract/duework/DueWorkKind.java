package io.attestore.contract.duework;

/**
 * One kind of due work.
 *
 * @param name stored, unique among the kinds of all services: it does not change
 * @param eventName what the record calls it, in the manner of the events that services make by themselves
 * @param timing what tells when it is due
 */
public record DueWorkKind(String name, String eventName, Timing timing) {

    public DueWorkKind {
        if (name.isBlank() || eventName.isBlank()) {
            throw new IllegalArgumentException("A kind of due work has a name, and its record has one");
        }
    }

    /** What tells when work is due. */
    public enum Timing {
        /** The event that schedules it says when: its row is of that time, neither later nor earlier. */
        BY_EVENT,
        /**
         * The state says when: its row may be there too early, or though nothing is to be done, but not too late. For
         * which instances it can be there at all, {@link DueWorkRules#timedByState} says.
         */
        BY_STATE
    }

    /** As it is stored. */
    @Override
    public String toString() {
        return name;
    }
}
