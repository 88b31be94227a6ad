package io.attestore.audit.record;

import io.attestore.events.Event;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.key.KeyUseRefused;
import io.attestore.events.key.KeyUsed;
import io.attestore.events.log.RecordedEvent;
import io.attestore.events.parameter.ParameterRead;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The accounts that are told of a call of another account, since it read or used what is theirs. */
public final class OtherOwners {

    private OtherOwners() {}

    /** Whether a call of somebody else has a record for this account. */
    public static boolean include(AccountId account, List<RecordedEvent> events) {
        return events.stream()
                .flatMap(recorded -> owners(recorded.event()))
                .anyMatch(owner -> owner.account().equals(account));
    }

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

    private static Stream<AccountRegion> owners(Event event) {
        return switch (event) {
            case ParameterRead read ->
                Stream.concat(
                        Stream.of(read.where()),
                        read.disclosures().stream()
                                .flatMap(disclosure -> disclosure.openedBy().stream())
                                .map(ParameterRead.OpeningKey::where));
            case KeyUsed used -> Stream.of(used.where());
            case KeyUseRefused refused -> Stream.of(refused.where());
            default -> Stream.empty();
        };
    }
}
