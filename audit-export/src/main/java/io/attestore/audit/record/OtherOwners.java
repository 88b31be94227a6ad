package io.attestore.audit.record;

import io.attestore.events.id.AccountId;
import io.attestore.events.log.RecordedEvent;
import io.attestore.events.parameter.ParameterRead;
import java.util.ArrayList;
import java.util.List;

/** The accounts that are told of a call of another account, since it read what is theirs. */
final class OtherOwners {

    private OtherOwners() {}

    /** Whose parameters a call of this account disclosed, besides its own; each once, in the order of the answer. */
    static List<AccountId> ofDisclosed(AccountId caller, List<RecordedEvent> events) {
        List<AccountId> owners = new ArrayList<>();
        for (RecordedEvent recorded : events) {
            if (recorded.event() instanceof ParameterRead read) {
                AccountId owner = read.where().account();
                if (!owner.equals(caller) && !owners.contains(owner)) {
                    owners.add(owner);
                }
            }
        }
        return owners;
    }
}
