package io.attestore.proof.torture.ledger;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * What all clients of a campaign work on: few names and keys, so that they meet. Safe for many threads, but for the
 * random numbers, which each thread brings itself.
 */
final class Scene {

    private static final int FOLDERS = 4;
    private static final int NAMES_PER_FOLDER = 6;
    private static final int SECURE_PER_FOLDER = 4;
    private static final int KEYS_MAX = 6;
    private static final int CIPHERTEXTS_MAX = 24;

    private final Deque<String> keys = new ConcurrentLinkedDeque<>();
    private final Deque<Sealed> ciphertexts = new ConcurrentLinkedDeque<>();

    List<String> folders() {
        List<String> folders = new ArrayList<>();
        for (int i = 0; i < FOLDERS; i++) {
            folders.add("/torture/" + i);
        }
        return folders;
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        for (String folder : folders()) {
            for (int i = 0; i < NAMES_PER_FOLDER; i++) {
                names.add(folder + "/" + i);
            }
        }
        return names;
    }

    /** A name keeps its type for ever. */
    static boolean isSecure(String name) {
        return Integer.parseInt(name.substring(name.lastIndexOf('/') + 1)) < SECURE_PER_FOLDER;
    }

    String anyName(Random random) {
        return any(names(), random);
    }

    String anyFolder(Random random) {
        return any(folders(), random);
    }

    String anyKey(Random random) {
        return any(List.copyOf(keys), random);
    }

    List<String> keys() {
        return List.copyOf(keys);
    }

    boolean hasKeys() {
        return !keys.isEmpty();
    }

    /** A new key takes the place of the oldest: keys wear out by rotations. */
    void add(String keyId) {
        keys.addLast(keyId);
        while (keys.size() > KEYS_MAX) {
            keys.pollFirst();
        }
    }

    void keep(Sealed sealed) {
        ciphertexts.addLast(sealed);
        while (ciphertexts.size() > CIPHERTEXTS_MAX) {
            ciphertexts.pollFirst();
        }
    }

    List<Sealed> ciphertexts() {
        return List.copyOf(ciphertexts);
    }

    static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
