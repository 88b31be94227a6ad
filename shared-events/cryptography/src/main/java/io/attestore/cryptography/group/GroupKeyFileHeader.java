package io.attestore.cryptography.group;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.attestore.cryptography.root.Authenticator;
import io.attestore.cryptography.root.RootKey;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The first {@value KeySlot#BYTES} bytes of the file of group keys.
 *
 * <pre>
 * offset  bytes  field
 *      0     24  "attestore-group-keys-v1" and a zero
 *     24      4  number of groups
 *     28     16  random id of the file, to which each key in it is bound
 *     44      8  id of the root key
 *     52     32  HMAC-SHA-256 of all before, under a key of the root key's
 *     84         zeros
 * </pre>
 *
 * @param fileId in hex digits
 */
record GroupKeyFileHeader(int groups, String fileId) {

    private static final String MAGIC = "attestore-group-keys-v1\0";
    private static final int ID_BYTES = 16;
    private static final int ROOT_KEY_OFFSET = MAGIC.length() + Integer.BYTES + ID_BYTES;
    private static final int ROOT_KEY_ID_BYTES = 8;
    private static final int TAGGED_BYTES = ROOT_KEY_OFFSET + ROOT_KEY_ID_BYTES;
    private static final String PURPOSE = "group key file";

    GroupKeyFileHeader {
        if (groups < 1 || groups > GroupGeneration.GROUPS_MAX) {
            throw new IllegalArgumentException("There are 1 to " + GroupGeneration.GROUPS_MAX + " groups");
        }
    }

    static GroupKeyFileHeader generate(int groups, SecureRandom random) {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return new GroupKeyFileHeader(groups, HexFormat.of().formatHex(id));
    }

    /** @throws GroupKeyException if it is damaged, or under another root key */
    static GroupKeyFileHeader parse(byte[] bytes, RootKey rootKey, Path file) {
        if (!MAGIC.equals(new String(bytes, 0, MAGIC.length(), US_ASCII))) {
            throw new GroupKeyException("The file " + file + " is not a file of group keys");
        }
        String madeUnder = HexFormat.of().formatHex(bytes, ROOT_KEY_OFFSET, TAGGED_BYTES);
        if (!madeUnder.equals(rootKey.id().value())) {
            throw GroupKeyException.otherRootKey(
                    "The group keys " + file + " are under root key " + madeUnder + ", and this is " + rootKey.id());
        }
        byte[] tag = Arrays.copyOfRange(bytes, TAGGED_BYTES, TAGGED_BYTES + Authenticator.TAG_BYTES);
        try (Authenticator authenticator = rootKey.authenticator(PURPOSE)) {
            if (!authenticator.verify(Arrays.copyOf(bytes, TAGGED_BYTES), tag)) {
                throw new GroupKeyException("The beginning of the file of group keys " + file + " is damaged");
            }
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, MAGIC.length(), TAGGED_BYTES - MAGIC.length());
        int groups = in.getInt();
        byte[] id = new byte[ID_BYTES];
        in.get(id);
        return new GroupKeyFileHeader(groups, HexFormat.of().formatHex(id));
    }

    /** How many groups a file says that it has, for whoever has no root key at hand. */
    static int groupsOf(byte[] file, Path path) {
        int groups = file.length < KeySlot.BYTES ? 0 : ByteBuffer.wrap(file).getInt(MAGIC.length());
        if (groups < 1 || groups > GroupGeneration.GROUPS_MAX || file.length < KeySlots.fileBytes(groups)) {
            throw new GroupKeyException("The file " + path + " is not a file of group keys, or is cut off");
        }
        return groups;
    }

    byte[] toBytes(RootKey rootKey) {
        byte[] tagged = ByteBuffer.allocate(TAGGED_BYTES)
                .put(MAGIC.getBytes(US_ASCII))
                .putInt(groups)
                .put(HexFormat.of().parseHex(fileId))
                .put(HexFormat.of().parseHex(rootKey.id().value()))
                .array();
        try (Authenticator authenticator = rootKey.authenticator(PURPOSE)) {
            return ByteBuffer.allocate(KeySlot.BYTES)
                    .put(tagged)
                    .put(authenticator.tag(tagged))
                    .array();
        }
    }
}
