package io.attestore.command.attestore.lock;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.lock.LockArns;
import io.attestore.entities.lock.Locks;
import io.attestore.events.id.AccountId;
import io.attestore.events.lock.LockDeleted;

/** DeleteLock, which AWS has not: what was locked is what policies allow again, at the next request. Safe for many threads. */
public final class DeleteLock {

    private DeleteLock() {}

    public static Operation operation() {
        return Operation.of(AwsService.ATTESTORE, "DeleteLock")
                .writes()
                .disclosesNoSecret()
                .needing(LockArns.NAMED)
                .handledBy(DeleteLock::delete);
    }

    private static Outcome delete(Structure input, Call call) {
        AccountId account = call.where().account();
        String name = input.text("Name");
        if (!call.load(Locks.TYPE, account).byName().containsKey(name)) {
            throw LockFaults.notFound(name);
        }
        return Outcome.answered(Structure.EMPTY, new LockDeleted(account, name));
    }
}
