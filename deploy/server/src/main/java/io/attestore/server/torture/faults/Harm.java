package io.attestore.server.torture.faults;

/** Something that is done to a store under load, and undone again. */
interface Harm {

    /** What is done, in a few words. */
    String title();

    /** Does it, looks at what the store does meanwhile, and undoes it. */
    void inflict(Sight sight) throws Exception;
}
