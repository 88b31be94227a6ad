package io.attestore.door.sigv4;

import io.attestore.door.http.HttpRequest;
import io.attestore.events.id.AccountId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Remembers the signature of each request, as a hash, until the request's time is accepted no longer. Of one process: it
 * knows nothing of what other nodes have answered, nor of what this one did before its start. Beyond its limit, of which
 * one account may take a quarter, it says so rather than forget. Safe for many threads.
 */
public final class RememberedSignatures implements Replays {

    private static final int ACCOUNTS_THAT_FIT = 4;

    private final int signaturesMax;
    private final int signaturesOfAccountMax;

    /** By the second after which they are accepted no longer; whose each is. */
    private final NavigableMap<Long, Map<Fingerprint, AccountId>> byLastSecond = new TreeMap<>();

    private final Map<AccountId, Integer> sizes = new HashMap<>();
    private int size;

    /** What was to be remembered until this second is forgotten: a clock that is set back must not revive it. */
    private long forgottenThrough = Long.MIN_VALUE;

    /** @param signaturesMax how many are remembered at most, of about 100 bytes each */
    public RememberedSignatures(int signaturesMax) {
        if (signaturesMax < ACCOUNTS_THAT_FIT) {
            throw new IllegalArgumentException("At least " + ACCOUNTS_THAT_FIT + " signatures must be remembered");
        }
        this.signaturesMax = signaturesMax;
        this.signaturesOfAccountMax = signaturesMax / ACCOUNTS_THAT_FIT;
    }

    @Override
    public Seen see(HttpRequest request, AccountId account) {
        Authentication authentication = Authentication.of(request);
        long lastSecond = authentication.lastMoment().getEpochSecond();
        Fingerprint fingerprint = Fingerprint.of(authentication.authorization());
        synchronized (this) {
            forgetBefore(request.at());
            if (lastSecond <= forgottenThrough || isRemembered(lastSecond, fingerprint)) {
                return Seen.AGAIN;
            }
            if (size == signaturesMax || sizes.getOrDefault(account, 0) == signaturesOfAccountMax) {
                return Seen.TOO_MANY;
            }
            byLastSecond.computeIfAbsent(lastSecond, second -> new HashMap<>()).put(fingerprint, account);
            sizes.merge(account, 1, Integer::sum);
            size++;
            return Seen.FIRST_TIME;
        }
    }

    @Override
    public void forget(HttpRequest request) {
        Authentication authentication = Authentication.of(request);
        long lastSecond = authentication.lastMoment().getEpochSecond();
        Fingerprint fingerprint = Fingerprint.of(authentication.authorization());
        synchronized (this) {
            AccountId account =
                    byLastSecond.getOrDefault(lastSecond, new HashMap<>()).remove(fingerprint);
            if (account != null) {
                forgotten(account);
            }
        }
    }

    private boolean isRemembered(long lastSecond, Fingerprint fingerprint) {
        return byLastSecond.getOrDefault(lastSecond, Map.of()).containsKey(fingerprint);
    }

    private void forgetBefore(Instant now) {
        NavigableMap<Long, Map<Fingerprint, AccountId>> past = byLastSecond.headMap(now.getEpochSecond(), false);
        if (!past.isEmpty()) {
            forgottenThrough = Math.max(forgottenThrough, past.lastKey());
            past.values().forEach(each -> each.values().forEach(this::forgotten));
            past.clear();
        }
    }

    private void forgotten(AccountId account) {
        int left = sizes.merge(account, -1, Integer::sum);
        if (left == 0) {
            sizes.remove(account);
        }
        size--;
    }

    /** 128 bits of a signature's hash. A signature is of one access key and one second: nobody finds two that share it. */
    private record Fingerprint(long high, long low) {

        static Fingerprint of(Authorization authorization) {
            try {
                ByteBuffer hash =
                        ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(authorization.signature()));
                return new Fingerprint(hash.getLong(), hash.getLong());
            } catch (NoSuchAlgorithmException missing) {
                throw new IllegalStateException("This Java has no SHA-256", missing);
            }
        }
    }
}
