package io.attestore.server.store;

import io.attestore.cryptography.root.Authenticator;
import io.attestore.cryptography.root.RootKey;
import io.attestore.eventlog.anchor.AnchorSignature;
import java.util.List;

/**
 * Signs heads of the log by the newest key of authentication; knows those by every version, and those of before there
 * were such keys, which a key that was derived from the root key signed. Safe for many threads.
 */
public final class StoreAnchors implements AnchorSignature, AutoCloseable {

    private static final String PURPOSE = "log anchors";

    private final StoreKeys keys;
    private final Authenticator former;
    private List<Authenticator> versions = List.of();

    public StoreAnchors(StoreKeys keys, RootKey rootKey) {
        this.keys = keys;
        this.former = rootKey.authenticator(PURPOSE);
    }

    @Override
    public byte[] sign(byte[] message) {
        List<Authenticator> now = versions();
        if (now.isEmpty()) {
            throw new IllegalStateException("There are no keys of authentication yet");
        }
        return now.getLast().tag(message);
    }

    @Override
    public boolean isOf(byte[] message, byte[] signature) {
        return versions().stream().anyMatch(version -> version.verify(message, signature))
                || former.verify(message, signature);
    }

    /** Oldest first; none as long as the keys are not made. */
    private synchronized List<Authenticator> versions() {
        if (versions.isEmpty()) {
            versions = keys.versions(PURPOSE);
        }
        return versions;
    }

    @Override
    public synchronized void close() {
        versions.forEach(Authenticator::close);
        former.close();
    }
}
