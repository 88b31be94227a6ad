package io.attestore.command.attestore.parameter;

import io.attestore.contract.operation.AwsFault;
import io.attestore.events.id.ParameterName;

/**
 * The refusals to bring back or destroy a deleted parameter, which AWS cannot do: the words are ours.
 */
public final class RestorationFaults {

    private RestorationFaults() {}

    /** None of this name was deleted that can be restored; not AWS's words. */
    public static AwsFault nothingToRestore(ParameterName name) {
        return AwsFault.client(
                "ParameterNotFound",
                "No deleted parameter named " + name + " is retained: none was deleted, or its values are destroyed.");
    }

    /** Where a deleted parameter would come back, there is another; not AWS's words. */
    public static AwsFault nameTaken(ParameterName name) {
        return AwsFault.client(
                "ParameterAlreadyExists",
                "There is a parameter named " + name + ". Delete it before you restore one that was deleted earlier.");
    }
}
