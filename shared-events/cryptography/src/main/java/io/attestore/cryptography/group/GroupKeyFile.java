package io.attestore.cryptography.group;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import io.attestore.cryptography.root.RootKey;
import io.attestore.cryptography.secret.PrivateDirectory;
import io.attestore.cryptography.secret.SecretBytes;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The keys of the groups in one file of fixed size, each wrapped under the root key, so that the file alone opens
 * nothing. A key is written into its slot ({@link KeySlot}) and forced to the disk before anybody has it; one that is
 * destroyed is overwritten where it stands, with random bytes and then with zeros. Where a file system or a disk writes
 * elsewhere than it is told (copy on write, flash), what was there may survive below the file: on the disk of this file.
 *
 * <p>Several processes may share the file: they write one at a time, and what a writer finds decides what it may do. A
 * key that is there is replaced by nobody.
 */
public final class GroupKeyFile implements GroupKeyStore, AutoCloseable {

    /** The file's name in the directory of keys. */
    public static final String NAME = "group.keys";

    private final Path file;
    private final RootKey rootKey;
    private final SecureRandom random;

    /** Not a channel, which would be closed for all by a thread that is interrupted while it reads. */
    private final RandomAccessFile reading;

    private final GroupKeyFileHeader header;

    private GroupKeyFile(Path file, RootKey rootKey, SecureRandom random) throws IOException {
        this.file = file;
        this.rootKey = rootKey;
        this.random = random;
        this.reading = new RandomAccessFile(file.toFile(), "r");
        try {
            this.header = GroupKeyFileHeader.parse(read(0), rootKey, file);
            if (reading.length() < KeySlots.fileBytes(header.groups())) {
                throw new GroupKeyException("The file of group keys " + file + " is cut off");
            }
        } catch (IOException | RuntimeException unusable) {
            reading.close();
            throw unusable;
        }
    }

    /**
     * Opens the file, or makes it with so many groups if there is none, each with its first key: whole and on disk or not
     * at all; of two processes that do this at once one makes it and both open it. The root key stays the caller's.
     *
     * @throws GroupKeyException if it cannot be used
     */
    public static GroupKeyFile openOrCreate(Path directory, int groups, RootKey rootKey, SecureRandom random) {
        Path file = directory.resolve(NAME);
        try {
            PrivateDirectory.prepare(directory);
            if (Files.notExists(file)) {
                create(file, groups, rootKey, random);
            }
            PrivateDirectory.force(directory);
            GroupKeyFile opened = open(file, rootKey, random);
            opened.makeFirstKeys();
            return opened;
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    /**
     * Opens the file.
     *
     * @throws GroupKeyException if it is missing, or cannot be used
     */
    public static GroupKeyFile open(Path file, RootKey rootKey, SecureRandom random) {
        try {
            PrivateDirectory.requirePrivate(file);
            return new GroupKeyFile(file, rootKey, random);
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    /** All bytes of a file, as they are when nobody writes. */
    public static byte[] copy(Path file) throws IOException {
        return KeySlots.write(file, _ -> Files.readAllBytes(file));
    }

    /** Says of a file that it was put back from an export: the database need not know it. */
    public static void markRestored(Path file) throws IOException {
        int groups = GroupKeyFileHeader.groupsOf(Files.readAllBytes(file), file);
        KeySlots.write(file, slots -> {
            slots.mark(groups, DirectoryMarks.RESTORED);
            return groups;
        });
    }

    @Override
    public int groups() {
        return header.groups();
    }

    /** By which the database knows this file, and would not know a copy that was left behind. */
    public DirectoryMarks marks() {
        return write(slots -> slots.marks(groups()));
    }

    /** Puts marks in the place of those before; durable when this returns. */
    public void mark(DirectoryMarks marks) {
        write(slots -> {
            slots.mark(groups(), marks);
            return marks;
        });
    }

    @Override
    public Optional<GroupKey> find(GroupGeneration place) {
        return held(place.group(), place.generation() % 2)
                .filter(slot -> slot.isOf(place))
                .or(() -> write(slots -> slots.holding(place)))
                .map(this::unwrap);
    }

    /** Whether there is a key of this generation; it is not opened. */
    public boolean holds(GroupGeneration place) {
        return held(place.group(), place.generation() % 2)
                .filter(slot -> slot.isOf(place))
                .isPresent();
    }

    @Override
    public GroupKey newest(int group) {
        return newestOf(held(group, 0), held(group, 1))
                .map(this::unwrap)
                .orElseThrow(() -> new GroupKeyException("Group " + group + " has no key in " + file));
    }

    @Override
    public List<GroupKey> makeNext(Collection<GroupGeneration> inForce) {
        return write(slots -> {
            for (GroupGeneration current : inForce) {
                if (!slots.holds(current)) {
                    throw new GroupKeyException("The key of " + current + " is not in " + file);
                }
                var there = slots.holding(current.next());
                if (there.isPresent()) {
                    slots.putAgain(there.get());
                } else {
                    slots.requireFree(current.next());
                    put(slots, current.next());
                }
            }
            slots.force();
            List<GroupKey> next = new ArrayList<>();
            for (GroupGeneration current : inForce) {
                next.add(unwrap(slots.holding(current.next()).orElseThrow()));
            }
            return next;
        });
    }

    @Override
    public void destroy(Collection<GroupGeneration> replaced) {
        write(slots -> {
            List<GroupGeneration> overwritten = new ArrayList<>();
            for (GroupGeneration old : replaced) {
                boolean there = slots.holds(old) || slots.isDamaged(old);
                if (there && !slots.holds(old.next())) {
                    throw new GroupKeyException("The key of " + old + " has no successor in " + file);
                }
                if (there) {
                    overwritten.add(old);
                }
            }
            slots.overwrite(overwritten, random);
            return overwritten.size();
        });
    }

    @Override
    public List<GroupGeneration> replaced() {
        List<GroupGeneration> replaced = new ArrayList<>();
        for (int group = 0; group < groups(); group++) {
            Optional<KeySlot.Holding> even = held(group, 0);
            Optional<KeySlot.Holding> odd = held(group, 1);
            if (even.isPresent() && odd.isPresent()) {
                int older = Math.min(
                        even.get().place().generation(), odd.get().place().generation());
                replaced.add(new GroupGeneration(group, older));
            }
        }
        return replaced;
    }

    @Override
    public void close() {
        try {
            reading.close();
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    private static Optional<KeySlot.Holding> newestOf(Optional<KeySlot.Holding> even, Optional<KeySlot.Holding> odd) {
        if (even.isEmpty() || odd.isEmpty()) {
            return even.or(() -> odd);
        }
        return even.get().place().generation() > odd.get().place().generation() ? even : odd;
    }

    private Optional<KeySlot.Holding> held(int group, int parity) {
        try {
            return switch (KeySlot.parse(read(KeySlots.offset(group, parity)), group)) {
                case KeySlot.Holding holding -> Optional.of(holding);
                case KeySlot.Empty _ -> Optional.empty();
                // It may be in the middle of being written: look again when nobody writes.
                case KeySlot.Damaged _ -> write(slots -> slots.holding(group, parity));
            };
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    private byte[] read(long offset) throws IOException {
        byte[] slot = new byte[KeySlot.BYTES];
        synchronized (reading) {
            reading.seek(offset);
            reading.readFully(slot);
        }
        return slot;
    }

    private GroupKey unwrap(KeySlot.Holding slot) {
        try (SecretBytes key = rootKey.unwrapSecret(KeySlot.rowId(header.fileId(), slot.place()), slot.wrapped())) {
            return GroupKey.of(slot.place(), key);
        }
    }

    /**
     * For a file of before, when a group got its first key with its first use. Copies of such a file would make different
     * ones. The wait for the disk is for what another process may have left in memory.
     */
    private void makeFirstKeys() {
        write(slots -> {
            for (int group = 0; group < groups(); group++) {
                if (slots.isUnused(group)) {
                    put(slots, new GroupGeneration(group, GroupGeneration.FIRST_GENERATION));
                }
            }
            slots.force();
            return groups();
        });
    }

    private void put(KeySlots slots, GroupGeneration place) throws IOException {
        slots.put(place, newKey(header, place, rootKey, random));
    }

    private static byte[] newKey(
            GroupKeyFileHeader header, GroupGeneration place, RootKey rootKey, SecureRandom random) {
        try (GroupKey key = GroupKey.generate(place, random);
                SecretBytes content = key.copyKey()) {
            return rootKey.wrap(KeySlot.rowId(header.fileId(), place), content, random);
        }
    }

    private <T> T write(KeySlots.Work<T> work) {
        try {
            return KeySlots.write(file, work);
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    private static void create(Path file, int groups, RootKey rootKey, SecureRandom random) throws IOException {
        Path draft = file.resolveSibling("." + NAME + "." + UUID.randomUUID());
        try {
            try (FileChannel channel =
                    FileChannel.open(draft, Set.of(CREATE_NEW, WRITE), PrivateDirectory.fileAttributes(draft))) {
                ByteBuffer content = firstKeys(groups, rootKey, random);
                while (content.hasRemaining()) {
                    channel.write(content);
                }
                channel.force(true);
            }
            // A link, unlike a move, never replaces a file that came first.
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException cameFirst) {
            return;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static ByteBuffer firstKeys(int groups, RootKey rootKey, SecureRandom random) {
        GroupKeyFileHeader header = GroupKeyFileHeader.generate(groups, random);
        ByteBuffer content = ByteBuffer.allocate(Math.toIntExact(KeySlots.fileBytes(groups)));
        content.put(header.toBytes(rootKey));
        for (int group = 0; group < groups; group++) {
            GroupGeneration first = new GroupGeneration(group, GroupGeneration.FIRST_GENERATION);
            content.put(
                    Math.toIntExact(KeySlots.offset(group, first.generation() % 2)),
                    KeySlot.holding(first, newKey(header, first, rootKey, random)));
        }
        return content.rewind();
    }

    private static GroupKeyException unusable(Path file, IOException e) {
        return new GroupKeyException("The file of group keys " + file + " cannot be used: " + e, e);
    }
}
