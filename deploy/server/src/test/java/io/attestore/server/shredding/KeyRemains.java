package io.attestore.server.shredding;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.attestore.cryptography.group.GroupGeneration;
import io.attestore.cryptography.group.GroupKeyException;
import io.attestore.cryptography.group.GroupKeyFile;
import io.attestore.cryptography.group.GroupKeys;
import io.attestore.cryptography.root.RootKey;
import io.attestore.cryptography.root.RootKeyFile;
import io.attestore.cryptography.root.UnwrapException;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.cryptography.value.DataKey;
import io.attestore.cryptography.value.SealBrokenException;
import io.attestore.entities.vault.ValuePlace;
import io.attestore.events.id.ParameterId;
import io.attestore.events.parameter.ParameterVersionPut;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What somebody finds who has the root key, the log, and every byte of a data directory: looks at each position of each
 * file for a wrapped data key, of either format, and tries it with the root key and with every group key that is
 * anywhere in the files, whole or as a copy.
 */
final class KeyRemains {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] SLOT = "AGK1".getBytes(US_ASCII);
    private static final int SLOT_BYTES = 512;
    private static final int GROUPS_OFFSET = 24;
    private static final int GROUPED_BYTES = 116;
    private static final int ROOT_WRAPPED_BYTES = 86;

    private final Path data;
    private final Path scratch;

    KeyRemains(Path data, Path scratch) {
        this.data = data;
        this.scratch = scratch;
    }

    /** The files in which something is left that opens the value of this event. */
    Set<String> opening(ParameterVersionPut put) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(data)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        Set<String> found = new TreeSet<>();
        try (RootKey rootKey = RootKeyFile.load(data.resolve("root.key"))) {
            List<GroupKeyFile> keys = groupKeys(files, rootKey, put);
            for (Path file : files) {
                if (opens(content(file), put, rootKey, keys)) {
                    found.add(data.relativize(file).toString());
                }
            }
            keys.forEach(GroupKeyFile::close);
        }
        return found;
    }

    private boolean opens(byte[] bytes, ParameterVersionPut put, RootKey rootKey, List<GroupKeyFile> keys) {
        byte[] rootId = HexFormat.of().parseHex(rootKey.id().value());
        for (int i = 0; i + ROOT_WRAPPED_BYTES <= bytes.length; i++) {
            if (bytes[i + 1] != 2) {
                continue;
            }
            if (bytes[i] == 1 && Arrays.equals(bytes, i + 2, i + 10, rootId, 0, rootId.length)) {
                byte[] wrapped = Arrays.copyOfRange(bytes, i, i + ROOT_WRAPPED_BYTES);
                if (opens(put, () -> rootKey.unwrapDataKey(put.dataKeyId(), wrapped))) {
                    return true;
                }
            }
            if (bytes[i] == 2 && i + GROUPED_BYTES <= bytes.length) {
                byte[] wrapped = Arrays.copyOfRange(bytes, i, i + GROUPED_BYTES);
                for (GroupKeyFile file : keys) {
                    if (isFor(file, wrapped) && opens(put, () -> unwrap(file, put, wrapped))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private interface Unwrapping {
        DataKey key();
    }

    private static boolean opens(ParameterVersionPut put, Unwrapping unwrapping) {
        try (DataKey key = unwrapping.key();
                SecretBytes value =
                        key.open(put.sealedValue().toArray(), put.dataKeyId().getBytes(US_ASCII))) {
            return value.length() >= 0;
        } catch (UnwrapException | SealBrokenException doesNot) {
            return false;
        }
    }

    private static boolean isFor(GroupKeyFile file, byte[] wrapped) {
        return GroupGeneration.of(wrapped)
                .filter(under -> under.group() < file.groups())
                .isPresent();
    }

    private static DataKey unwrap(GroupKeyFile file, ParameterVersionPut put, byte[] wrapped) {
        ValuePlace place = ValuePlace.ofParameter(ParameterId.of(put.where(), put.name()), put.version());
        return GroupKeys.unwrapping(file, RANDOM).unwrapDataKey(put.dataKeyId(), place.purpose(), wrapped);
    }

    /** A file for each place where a key slot of the group stands, with that one key in it. */
    private List<GroupKeyFile> groupKeys(List<Path> files, RootKey rootKey, ParameterVersionPut put)
            throws IOException {
        byte[] real = content(data.resolve("keys").resolve(GroupKeyFile.NAME));
        byte[] header = Arrays.copyOf(real, SLOT_BYTES);
        int group = groupOf(put, ByteBuffer.wrap(header).getInt(GROUPS_OFFSET), rootKey);
        List<GroupKeyFile> keys = new ArrayList<>();
        for (Path file : files) {
            byte[] bytes = content(file);
            for (int i = 0; i + SLOT_BYTES <= bytes.length; i++) {
                if (bytes[i] == SLOT[0] && Arrays.equals(bytes, i, i + SLOT.length, SLOT, 0, SLOT.length)) {
                    byte[] slot = Arrays.copyOfRange(bytes, i, i + SLOT_BYTES);
                    if (ByteBuffer.wrap(slot).getInt(4) == group) {
                        withOneKey(header, real.length, slot, rootKey, keys);
                    }
                }
            }
        }
        return keys;
    }

    private void withOneKey(byte[] header, int length, byte[] slot, RootKey rootKey, List<GroupKeyFile> keys)
            throws IOException {
        int group = ByteBuffer.wrap(slot).getInt(4);
        int generation = ByteBuffer.wrap(slot).getInt(8);
        if (generation < 1) {
            return;
        }
        byte[] content = Arrays.copyOf(header, length);
        System.arraycopy(slot, 0, content, SLOT_BYTES * (1 + 2 * group + generation % 2), SLOT_BYTES);
        Path copy = Files.createTempFile(
                scratch,
                "keys",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(copy, content);
        try {
            keys.add(GroupKeyFile.open(copy, rootKey, RANDOM));
        } catch (GroupKeyException notOne) {
            // Bytes that only begin like one.
        }
    }

    /** The group that a wrapping for the version's place gets. */
    private int groupOf(ParameterVersionPut put, int groups, RootKey rootKey) {
        ValuePlace place = ValuePlace.ofParameter(ParameterId.of(put.where(), put.name()), put.version());
        Path directory = scratch.resolve("groups");
        try (GroupKeyFile file = GroupKeyFile.openOrCreate(directory, groups, rootKey, RANDOM);
                DataKey any = DataKey.generate(RANDOM)) {
            byte[] wrapped = new GroupKeys(file, group -> OptionalInt.empty(), () -> 0, RANDOM)
                    .wrap("any", place.purpose(), any);
            return GroupGeneration.of(wrapped).orElseThrow().group();
        }
    }

    private static byte[] content(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException removed) {
            return new byte[0];
        }
    }
}
