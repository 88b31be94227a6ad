package io.attestore.proof.torture.linearizability;

import io.attestore.proof.torture.linearizability.ParameterCall.AlreadyExists;
import io.attestore.proof.torture.linearizability.ParameterCall.Created;
import io.attestore.proof.torture.linearizability.ParameterCall.Deleted;
import io.attestore.proof.torture.linearizability.ParameterCall.NotFound;
import io.attestore.proof.torture.linearizability.ParameterCall.Put;
import io.attestore.proof.torture.linearizability.ParameterCall.Read;
import io.attestore.proof.torture.linearizability.ParameterCall.ReadSealed;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;

/**
 * A parameter that is really called one call after the other, each at an instant of its own, and the history that
 * clients would tell of it: every call is spread around its instant, so that many overlap, and the answers of some are
 * lost. Knows nothing of {@link ParameterModel}.
 */
final class SequentialExecution {

    private static final long STEP = 100;

    private final Random random;
    private final long spread;
    private final double lost;
    private final List<TimedCall<ParameterCall>> history = new ArrayList<>();
    private final List<String> versions = new ArrayList<>();
    private long now;

    /**
     * @param overlap how many calls are under way at one time, about
     * @param lost the share of calls whose outcome nobody knows; half of them did not happen
     */
    SequentialExecution(Random random, int overlap, double lost) {
        this.random = random;
        this.spread = STEP * overlap / 2;
        this.lost = lost;
    }

    List<TimedCall<ParameterCall>> run(int calls) {
        for (int i = 0; i < calls; i++) {
            now += STEP;
            boolean isLost = random.nextDouble() < lost;
            if (isLost) {
                history.add(TimedCall.unknown(lostCall("value-" + i, random.nextBoolean()), now - 1 - early()));
            } else {
                history.add(new TimedCall<>(call("value-" + i), now - 1 - early(), now + 1 + early()));
            }
        }
        return history;
    }

    private ParameterCall call(String value) {
        return switch (random.nextInt(10)) {
            case 0, 1 -> {
                versions.add(value);
                yield new Put(value, OptionalLong.of(versions.size()));
            }
            case 2 -> {
                if (!versions.isEmpty()) {
                    yield new AlreadyExists();
                }
                versions.add(value);
                yield new Created(value, OptionalLong.of(1));
            }
            case 3 -> {
                boolean was = !versions.isEmpty();
                versions.clear();
                yield was ? new Deleted() : new NotFound();
            }
            case 4 -> versions.isEmpty() ? new NotFound() : new ReadSealed(versions.size());
            default -> versions.isEmpty() ? new NotFound() : new Read(versions.size(), versions.getLast());
        };
    }

    private ParameterCall lostCall(String value, boolean happens) {
        switch (random.nextInt(3)) {
            case 0 -> {
                if (happens) {
                    versions.clear();
                }
                return new Deleted();
            }
            case 1 -> {
                if (happens && versions.isEmpty()) {
                    versions.add(value);
                }
                return new Created(value, OptionalLong.empty());
            }
            default -> {
                if (happens) {
                    versions.add(value);
                }
                return new Put(value, OptionalLong.empty());
            }
        }
    }

    private long early() {
        return (long) (random.nextDouble() * spread);
    }
}
