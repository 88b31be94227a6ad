package io.attestore.proof.torture;

import java.util.function.Consumer;

/**
 * One way of doing a store harm, and of checking afterwards what it had promised. A campaign starts the servers that it
 * torments itself, below the folder that it is given, and leaves no process behind, however it ends.
 */
public interface Campaign {

    /** The word that names it on the command line, in lower case. */
    String name();

    /**
     * Does the harm and checks.
     *
     * @param progress told what is done, a line at a time
     * @return what was found; a broken promise is a violation in it, not an exception
     * @throws Exception if the campaign itself cannot go on, so that nothing is known
     */
    Report run(TortureArguments arguments, Consumer<String> progress) throws Exception;
}
