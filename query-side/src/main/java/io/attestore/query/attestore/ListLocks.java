package io.attestore.query.attestore;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.lock.Lock;
import io.attestore.entities.lock.LockArns;
import io.attestore.entities.lock.Locks;
import java.util.List;

/** ListLocks, which AWS has not: the account's locks by name, those that have ended included. Safe for many threads. */
final class ListLocks {

    private ListLocks() {}

    static Operation operation() {
        return Operation.of(AwsService.ATTESTORE, "ListLocks")
                .reads()
                .disclosesNoSecret()
                .aboutNoResource()
                .handledBy((input, call) -> list(call));
    }

    private static Outcome list(Call call) {
        List<Structure> locks = call.load(Locks.TYPE, call.where().account()).all().stream()
                .map(lock -> document(lock, call))
                .toList();
        return Outcome.answered(Structure.builder().putAll("Locks", locks).build());
    }

    private static Structure document(Lock lock, Call call) {
        Structure.Builder document = Structure.builder()
                .put("Name", lock.name())
                .put("Arn", LockArns.of(lock.name(), call).value())
                .put("Kind", lock.kind().word())
                .put("Target", lock.target())
                .put("Reason", lock.reason())
                .put("PutDate", lock.putAt())
                .put("Holds", lock.holdsAt(call.context().at()));
        lock.until().ifPresent(until -> document.put("Until", until));
        return document.build();
    }
}
