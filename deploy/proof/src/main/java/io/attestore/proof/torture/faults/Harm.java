package io.attestore.proof.torture.faults;

/** Something that is done to a store under load, and undone again. */
interface Harm {

    /** What is done, in a few words. */
    String title();

    /** Whether the machine leaves the store the time to answer in time. */
    default boolean leavesTime() {
        return true;
    }

    /** Does it, looks at what the store does meanwhile, and undoes it. */
    void inflict(Sight sight) throws Exception;
}
