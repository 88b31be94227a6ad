package io.attestore.command.iam.change;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.events.id.IamResource;
import io.attestore.events.identity.IamResourceRenamed;

/** How users and groups get other names and paths. */
public final class Renaming {

    private Renaming() {}

    /** @param newName the member that has the new name, if there is one */
    public static Outcome of(IamResource before, Structure input, String newName, NamedInIam<?> all, Call call) {
        String name = input.optionalText(newName).orElse(before.name());
        if (!name.equalsIgnoreCase(before.name())) {
            all.requireFree(name, call);
        }
        IamResource after = before.as(input.optionalText("NewPath").orElse(before.path()), name);
        return after.equals(before)
                ? Outcome.answered(Structure.EMPTY)
                : Outcome.answered(Structure.EMPTY, new IamResourceRenamed(before, after));
    }
}
