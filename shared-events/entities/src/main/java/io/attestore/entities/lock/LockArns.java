package io.attestore.entities.lock;

import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.Arn;
import java.util.List;

/** The ARNs of locks: {@code arn:aws:attestore::ACCOUNT:lock/NAME}, without a Region, since they hold in all of them. */
public final class LockArns {

    private static final String SERVICE = "attestore";
    private static final String TYPE = "lock/";

    /** Permission for the lock that the input names. */
    public static final Operation.Needs NAMED = (input, call) -> List.of(call.access(of(input.text("Name"), call)));

    private LockArns() {}

    public static Arn of(String name, Call call) {
        AccountId account = call.where().account();
        return new Arn("arn:" + call.where().region().partition() + ":" + SERVICE + "::" + account + ":" + TYPE + name);
    }

    static boolean isLock(String arn) {
        return Arn.parse(arn)
                .filter(parsed ->
                        parsed.service().equals(SERVICE) && parsed.resource().startsWith(TYPE))
                .isPresent();
    }
}
