package io.attestore.server.bootstrap;

import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.cryptography.secret.SecretFile;
import io.attestore.cryptography.secret.SecretFileException;
import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.AccountId;
import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a bootstrap file: a JSON array of objects with {@code account_id}, {@code access_key} and {@code secret_key}, all
 * of them text. Secrets go from the file's bytes into secret memory.
 */
final class BootstrapFile {

    private static final int FILE_BYTES_MAX = 1 << 20;
    private static final int KEYS_MAX = 1000;
    private static final int SECRET_LENGTH_MIN = 16;
    private static final int SECRET_LENGTH_MAX = 256;

    private final Path file;

    private BootstrapFile(Path file) {
        this.file = file;
    }

    /**
     * @throws BootstrapException if the file cannot be read or is not what it has to be
     * @throws SecretFileException if others than its owner may touch it, or it is too long
     */
    static List<RootAccessKey> read(Path file) {
        return new BootstrapFile(file).read();
    }

    private List<RootAccessKey> read() {
        byte[] bytes = bytes();
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), bytes)) {
            return keys(json);
        } catch (JacksonException malformed) {
            throw wrong("it is not the JSON it has to be");
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private byte[] bytes() {
        try {
            return SecretFile.read(file, "bootstrap file", FILE_BYTES_MAX);
        } catch (IOException e) {
            throw wrong("it cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    private List<RootAccessKey> keys(JsonParser json) {
        require(json.nextToken() == JsonToken.START_ARRAY, "it must hold a JSON array");
        List<RootAccessKey> keys = new ArrayList<>();
        Set<AccessKeyId> ids = new HashSet<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            RootAccessKey key = key(json, keys.size() + 1);
            require(ids.add(key.id()), "the access key " + key.id() + " is in it twice");
            keys.add(key);
            require(keys.size() <= KEYS_MAX, "it holds more than " + KEYS_MAX + " access keys");
        }
        require(!keys.isEmpty(), "it holds no access key");
        require(json.nextToken() == null, "something follows the JSON array");
        return keys;
    }

    private RootAccessKey key(JsonParser json, int number) {
        String entry = "entry " + number;
        require(json.currentToken() == JsonToken.START_OBJECT, entry + " is not a JSON object");
        @Nullable String account = null;
        @Nullable String id = null;
        @Nullable SecretBytes secret = null;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            require(json.nextToken() == JsonToken.VALUE_STRING, entry + " has a member that is not text");
            switch (name) {
                case "account_id" -> account = json.getString();
                case "access_key" -> id = json.getString();
                case "secret_key" -> secret = secret(json, entry);
                default -> throw wrong(entry + " has a member that is none of account_id, access_key, secret_key");
            }
        }
        if (account == null || id == null || secret == null) {
            throw wrong(entry + " lacks account_id, access_key or secret_key");
        }
        return key(account, id, secret, entry);
    }

    private RootAccessKey key(String account, String id, SecretBytes secret, String entry) {
        try {
            return new RootAccessKey(new AccountId(account), new AccessKeyId(id), secret);
        } catch (IllegalArgumentException malformed) {
            throw wrong(entry + ": " + malformed.getMessage());
        }
    }

    private SecretBytes secret(JsonParser json, String entry) {
        int length = json.getStringLength();
        require(
                length >= SECRET_LENGTH_MIN && length <= SECRET_LENGTH_MAX,
                entry + " has a secret_key that is not " + SECRET_LENGTH_MIN + " to " + SECRET_LENGTH_MAX
                        + " characters long");
        CharBuffer characters = CharBuffer.wrap(json.getStringCharacters(), json.getStringOffset(), length);
        require(
                characters.chars().allMatch(character -> character > ' ' && character <= '~'),
                entry + " has a secret_key with other characters than printable ASCII");
        return SecretBytes.utf8Of(characters);
    }

    private void require(boolean held, String otherwise) {
        if (!held) {
            throw wrong(otherwise);
        }
    }

    private BootstrapException wrong(String what) {
        return new BootstrapException("The bootstrap file " + file + " cannot be used: " + what);
    }
}
