package io.attestore.cryptography.authentication;

import io.attestore.cryptography.root.Authenticator;
import java.security.SecureRandom;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The store's keys of authentication, in versions: each is the one from a position of the log on until the next. They
 * are random and not derived from the root key, which only wraps them, so that it can be replaced without a new word
 * about what was authenticated. Safe for many threads; after {@link #close()} every use throws
 * {@link IllegalStateException}.
 */
public final class AuthenticationKeys implements AutoCloseable {

    private final List<AuthenticationKey> versions;

    /** @param versions numbered from 1, the first from position 0 on, each next from a later one */
    AuthenticationKeys(List<AuthenticationKey> versions) {
        if (versions.isEmpty() || versions.getFirst().from() != 0) {
            throw new IllegalArgumentException("The first key of authentication is the one from position 0 on");
        }
        for (int i = 0; i < versions.size(); i++) {
            boolean follows =
                    i == 0 || versions.get(i - 1).from() < versions.get(i).from();
            if (versions.get(i).version() != i + 1 || !follows) {
                throw new IllegalArgumentException("The versions of the keys of authentication do not follow");
            }
        }
        this.versions = List.copyOf(versions);
    }

    /** A first version. */
    public static AuthenticationKeys generate(SecureRandom random) {
        return new AuthenticationKeys(List.of(AuthenticationKey.random(1, 0, random)));
    }

    /** Tags by the newest version for one purpose; tags of different purposes have nothing in common. */
    public Authenticator authenticator(String purpose) {
        return versions.getLast().authenticator(purpose);
    }

    /** For one purpose, by the position of the log from which on each is the one. */
    public NavigableMap<Long, Authenticator> byPosition(String purpose) {
        NavigableMap<Long, Authenticator> byPosition = new TreeMap<>();
        versions.forEach(version -> byPosition.put(version.from(), version.authenticator(purpose)));
        return byPosition;
    }

    @Override
    public void close() {
        versions.forEach(AuthenticationKey::close);
    }

    @Override
    public String toString() {
        return "AuthenticationKeys" + versions;
    }

    List<AuthenticationKey> versions() {
        return versions;
    }
}
