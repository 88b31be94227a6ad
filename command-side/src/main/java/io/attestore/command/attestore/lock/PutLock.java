package io.attestore.command.attestore.lock;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.lock.Lock;
import io.attestore.entities.lock.LockArns;
import io.attestore.entities.lock.Locks;
import io.attestore.events.id.Arn;
import io.attestore.events.lock.LockKind;
import io.attestore.events.lock.LockPut;
import java.util.Optional;

/**
 * PutLock, which AWS has not: refuses a principal, an access key, the sessions of a name, a network, or everybody a resource,
 * at the next request on every node and whatever policies allow. A lock of the same name is replaced. Whoever puts it cannot
 * lock himself out, nor root as such, of which the access keys can be locked: somebody must be able to undo it. Safe for many
 * threads.
 */
public final class PutLock {

    private PutLock() {}

    public static Operation operation() {
        return Operation.of(AwsService.ATTESTORE, "PutLock")
                .writes()
                .disclosesNoSecret()
                .needing(LockArns.NAMED)
                .handledBy(PutLock::put);
    }

    private static Outcome put(Structure input, Call call) {
        LockPut put = new LockPut(
                call.where().account(),
                input.text("Name"),
                LockKind.of(input.text("Kind")).orElseThrow(),
                input.text("Target"),
                input.text("Reason"),
                input.optionalMoment("Until"));
        Lock lock = checked(put, call);
        if (lock.isOn(call.context())) {
            throw AwsFault.validation("This lock would lock out whoever puts it.");
        }
        Locks locks = call.load(Locks.TYPE, put.account());
        if (!locks.byName().containsKey(put.name()) && locks.all().size() >= Locks.MAX) {
            throw LockFaults.limitExceeded();
        }
        Arn arn = LockArns.of(put.name(), call);
        return Outcome.answered(Structure.builder().put("Arn", arn.value()).build(), put);
    }

    private static Lock checked(LockPut put, Call call) {
        if (put.until().filter(until -> !until.isAfter(call.context().at())).isPresent()) {
            throw AwsFault.validation("Until must be in the future.");
        }
        if (put.kind() == LockKind.PRINCIPAL && isRoot(put.target())) {
            throw AwsFault.validation("The root of an account cannot be locked. Lock its access keys.");
        }
        return Lock.of(put, call.context().at()).orElseThrow(() -> LockFaults.notA(put.kind()));
    }

    private static boolean isRoot(String target) {
        return Arn.parse(target).map(Arn::resource).equals(Optional.of("root"));
    }
}
