package io.attestore.cryptography.group;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** The slots of a file of group keys, for one writer at a time: among the threads of this process and all processes. */
final class KeySlots {

    /** A lock of the operating system is the process's: its own threads have to be kept apart, too. */
    private static final Map<Path, ReentrantLock> WRITERS = new ConcurrentHashMap<>();

    private final FileChannel channel;

    private KeySlots(FileChannel channel) {
        this.channel = channel;
    }

    /** What a writer does. */
    @FunctionalInterface
    interface Work<T> {

        T with(KeySlots slots) throws IOException;
    }

    static <T> T write(Path file, Work<T> work) throws IOException {
        ReentrantLock writers = WRITERS.computeIfAbsent(file.toRealPath(), _ -> new ReentrantLock());
        writers.lock();
        try (FileChannel channel = FileChannel.open(file, READ, WRITE);
                FileLock alone = channel.lock()) {
            return work.with(new KeySlots(channel));
        } finally {
            writers.unlock();
        }
    }

    /** Of all keys; the marks stand behind them. */
    static long fileBytes(int groups) {
        return offset(groups, 0);
    }

    private static KeySlot.Content content(FileChannel channel, int group, int parity) throws IOException {
        return KeySlot.parse(read(channel, offset(group, parity)), group);
    }

    private static byte[] read(FileChannel channel, long offset) throws IOException {
        ByteBuffer slot = ByteBuffer.allocate(KeySlot.BYTES);
        while (slot.hasRemaining()) {
            if (channel.read(slot, offset + slot.position()) < 0) {
                throw new EOFException("The file ends at " + (offset + slot.position()));
            }
        }
        return slot.array();
    }

    Optional<KeySlot.Holding> holding(int group, int parity) throws IOException {
        return content(channel, group, parity) instanceof KeySlot.Holding holding
                ? Optional.of(holding)
                : Optional.empty();
    }

    Optional<KeySlot.Holding> holding(GroupGeneration place) throws IOException {
        return holding(place.group(), parity(place)).filter(slot -> slot.isOf(place));
    }

    boolean holds(GroupGeneration place) throws IOException {
        return holding(place).isPresent();
    }

    boolean isDamaged(GroupGeneration place) throws IOException {
        return content(channel, place.group(), parity(place)) instanceof KeySlot.Damaged;
    }

    /** What was broken off while it was being written may be written anew; a whole key may not. */
    void requireFree(GroupGeneration place) throws IOException {
        if (content(channel, place.group(), parity(place)) instanceof KeySlot.Holding other) {
            throw new GroupKeyException("The slot for the key of " + place + " holds that of " + other.place());
        }
    }

    /**
     * The same bytes once more: whoever wrote them may not have waited for the disk, or may have failed to, and after that
     * nothing would be written unless something is.
     */
    void putAgain(KeySlot.Holding there) throws IOException {
        put(there.place(), there.wrapped());
    }

    void put(GroupGeneration place, byte[] wrapped) throws IOException {
        write(place, KeySlot.holding(place, wrapped));
    }

    /** Overwrites keys where they stand, and waits for the disk after each time. */
    void overwrite(Collection<GroupGeneration> places, SecureRandom random) throws IOException {
        if (places.isEmpty()) {
            return;
        }
        for (GroupGeneration place : places) {
            byte[] noise = new byte[KeySlot.BYTES];
            random.nextBytes(noise);
            write(place, noise);
        }
        force();
        for (GroupGeneration place : places) {
            write(place, new byte[KeySlot.BYTES]);
        }
        force();
    }

    void force() throws IOException {
        channel.force(true);
    }

    /** Whether nothing was ever written to either slot of a group. */
    boolean isUnused(int group) throws IOException {
        return content(channel, group, 0) instanceof KeySlot.Empty
                && content(channel, group, 1) instanceof KeySlot.Empty;
    }

    /** The marks of a directory with so many groups. */
    DirectoryMarks marks(int groups) throws IOException {
        return newestMarks(groups).map(MarkSlot::marks).orElse(DirectoryMarks.NONE);
    }

    /** Puts marks in the place of those before, and waits for the disk. */
    void mark(int groups, DirectoryMarks marks) throws IOException {
        long number = newestMarks(groups).map(MarkSlot::number).orElse(0L) + 1;
        write(offset(groups, (int) (number % 2)), new MarkSlot(number, marks).toBytes());
        force();
    }

    private Optional<MarkSlot> newestMarks(int groups) throws IOException {
        Optional<MarkSlot> newest = Optional.empty();
        for (int place = 0; place < 2; place++) {
            long offset = offset(groups, place);
            Optional<MarkSlot> written =
                    channel.size() < offset + KeySlot.BYTES ? Optional.empty() : MarkSlot.parse(read(channel, offset));
            if (written.isPresent()
                    && (newest.isEmpty()
                            || written.get().number() > newest.get().number())) {
                newest = written;
            }
        }
        return newest;
    }

    private void write(GroupGeneration place, byte[] content) throws IOException {
        write(offset(place.group(), parity(place)), content);
    }

    private void write(long offset, byte[] content) throws IOException {
        ByteBuffer slot = ByteBuffer.wrap(content);
        while (slot.hasRemaining()) {
            channel.write(slot, offset + slot.position());
        }
    }

    private static int parity(GroupGeneration place) {
        return place.generation() % 2;
    }

    static long offset(int group, int parity) {
        return KeySlot.BYTES * (1 + 2L * group + parity);
    }
}
