package io.attestore.events.call;

import io.attestore.events.StoredAs;
import java.time.Instant;
import java.util.List;

/**
 * Calls of an account in a Region were refused that have no record of their own, since the account was refused more often
 * than the server records. They disclosed and changed nothing; their callers were told that they were throttled.
 *
 * @param from when the first of them arrived
 * @param until when the last of them arrived
 * @param counts how many there were of each kind
 * @param others how many there were besides, of kinds or Regions beyond what is told apart
 */
@StoredAs("call.RefusalsNotRecorded")
public record RefusalsNotRecorded(Instant from, Instant until, List<Count> counts, long others) implements CallEvent {

    public RefusalsNotRecorded {
        counts = List.copyOf(counts);
    }

    /**
     * Refusals of one kind.
     *
     * @param eventSource the service, as in {@link CallContext}
     * @param eventName the operation, as in {@link CallContext}
     * @param errorCode AWS's code for what was refused, which the caller did not see
     */
    public record Count(String eventSource, String eventName, String errorCode, long refusals) {}
}
