package io.attestore.cryptography.authentication;

import io.attestore.cryptography.root.RootKey;
import io.attestore.cryptography.root.UnwrapException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * The file {@code authentication.keys}: the store's keys of authentication, wrapped under the root key, and how far the
 * log is sealed under them. It stands outside the database, so that whoever owns the tables can neither tag anything
 * nor take back that the log is sealed. Servers on one database share it.
 */
public final class AuthenticationKeysFile {

    private static final String NAME = "authentication.keys";

    private final Path directory;
    private final KeysDirectory files;
    private final RootKey rootKey;

    public AuthenticationKeysFile(Path directory, RootKey rootKey) {
        this.directory = directory;
        this.files = new KeysDirectory(directory);
        this.rootKey = rootKey;
    }

    /** What the file holds; whoever receives the keys closes them. */
    public record Content(AuthenticationKeys keys, LogSealing sealing) {}

    public Path path() {
        return directory.resolve(NAME);
    }

    /**
     * Reads the file; empty if there is none.
     *
     * @throws AuthenticationKeysException if it is open to others than its owner, was changed, or belongs to another
     *     root key
     */
    public Optional<Content> read() {
        if (!files.has(NAME)) {
            return Optional.empty();
        }
        try {
            return Optional.of(AuthenticationKeysText.parse(files.read(NAME), rootKey));
        } catch (IOException e) {
            throw new UncheckedIOException("The keys of authentication " + path() + " cannot be read", e);
        } catch (UnwrapException e) {
            throw new AuthenticationKeysException("The keys of authentication " + path() + " do not open: " + told(e));
        } catch (IllegalArgumentException e) {
            throw new AuthenticationKeysException("The keys of authentication " + path()
                    + " were changed or damaged: put a copy of them in their place");
        }
    }

    /** Makes the file, durable when this returns; false if another server has made it first. */
    public boolean create(Content content, SecureRandom random) {
        try {
            return files.create(NAME, text(content, random));
        } catch (IOException e) {
            throw new UncheckedIOException("The keys of authentication " + path() + " cannot be made", e);
        }
    }

    /** Puts this in the place of what the file held, whole and durable, or not at all. */
    public void replace(Content content, SecureRandom random) {
        try {
            files.replace(NAME, text(content, random));
        } catch (IOException e) {
            throw new UncheckedIOException("The keys of authentication " + path() + " cannot be written", e);
        }
    }

    private static String told(UnwrapException e) {
        return switch (e.reason()) {
            case OTHER_ROOT_KEY -> "the root key was exchanged (" + e.getMessage() + ")";
            case NOT_AUTHENTIC, KEY_GONE -> "the file was changed or damaged";
        };
    }

    private String text(Content content, SecureRandom random) {
        return AuthenticationKeysText.of(content, rootKey, random);
    }
}
