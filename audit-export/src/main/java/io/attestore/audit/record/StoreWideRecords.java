package io.attestore.audit.record;

import io.attestore.audit.record.RecordIdentity.Service;
import io.attestore.events.call.CallContext;
import io.attestore.events.disclosure.DisclosureEvent;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.EventIds;
import io.attestore.events.log.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The records of what the store did as a whole for the other accounts: each of them is told the same. */
final class StoreWideRecords {

    /** Far beyond the ordinals of what one event has records of, and of those of {@link OwnersView}. */
    private static final int FIRST_ID = 2_000_000;

    private StoreWideRecords() {}

    static List<RecordDraft> of(CallContext context, List<RecordedEvent> events) {
        if (!(events.getFirst().event() instanceof DisclosureEvent order)) {
            return List.of();
        }
        RecordDraft first = CallRecord.of(context, events).getFirst();
        List<RecordDraft> drafts = new ArrayList<>();
        for (AccountId account : order.accounts()) {
            if (!account.equals(context.where().account())) {
                drafts.add(new RecordDraft(
                        facts(first.facts(), context, account, FIRST_ID + drafts.size()),
                        known -> first.finished().asToldTo(known)));
            }
        }
        return drafts;
    }

    private static RecordFacts facts(RecordFacts first, CallContext context, AccountId account, int ordinal) {
        return new RecordFacts(
                EventIds.derived(UUID.fromString(first.eventId()), ordinal).toString(),
                first.eventTime(),
                new AccountRegion(account, context.where().region()),
                first.action(),
                new Service(account, context.principal().principalId()),
                first.resources());
    }
}
