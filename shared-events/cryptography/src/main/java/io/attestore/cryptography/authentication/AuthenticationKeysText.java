package io.attestore.cryptography.authentication;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.attestore.cryptography.root.Authenticator;
import io.attestore.cryptography.root.RootKey;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * Keys of authentication, and how far the log is sealed under them, as text. Not secret: the keys are wrapped.
 *
 * <pre>
 * attestore-authentication-keys-v1
 * key &lt;version&gt; &lt;first position&gt; &lt;wrapped under the root key, base64&gt;        a line for each version
 * log sealing &lt;position&gt; &lt;hash, hex&gt;    or    log sealed &lt;position&gt;
 * mac &lt;HMAC-SHA-256 under the newest key over all lines before, hex&gt;
 * </pre>
 */
final class AuthenticationKeysText {

    private static final String TITLE = "attestore-authentication-keys-v1";
    private static final String PURPOSE = "authentication keys file";
    private static final int VERSIONS_MAX = 1_000;

    private AuthenticationKeysText() {}

    static String of(AuthenticationKeysFile.Content content, RootKey rootKey, SecureRandom random) {
        StringBuilder text = new StringBuilder(TITLE).append('\n');
        for (AuthenticationKey key : content.keys().versions()) {
            String wrapped = Base64.getEncoder().encodeToString(key.wrapped(rootKey, random));
            text.append("key " + key.version() + ' ' + key.from() + ' ' + wrapped + '\n');
        }
        text.append(line(content.sealing())).append('\n');
        return text + "mac " + mac(content.keys(), text.toString()) + '\n';
    }

    /**
     * Reads the text.
     *
     * @throws IllegalArgumentException if it is not one, or its MAC does not hold
     * @throws io.attestore.cryptography.root.UnwrapException if this root key did not wrap the keys
     */
    static AuthenticationKeysFile.Content parse(String text, RootKey rootKey) {
        List<String> lines = text.lines().toList();
        int size = lines.size();
        if (size < 4 || size > VERSIONS_MAX || !lines.getFirst().equals(TITLE) || !text.endsWith("\n")) {
            throw new IllegalArgumentException("Not a file of keys of authentication");
        }
        List<AuthenticationKey> versions = new ArrayList<>();
        for (String line : lines.subList(1, size - 2)) {
            String[] parts = parts(line, "key", 4);
            versions.add(AuthenticationKey.unwrapped(
                    Integer.parseInt(parts[1]),
                    Long.parseLong(parts[2]),
                    Base64.getDecoder().decode(parts[3]),
                    rootKey));
        }
        AuthenticationKeys keys = new AuthenticationKeys(versions);
        String authenticated = String.join("\n", lines.subList(0, size - 1)) + '\n';
        if (!mac(keys, authenticated).equals(parts(lines.getLast(), "mac", 2)[1])) {
            throw new IllegalArgumentException("The file was changed");
        }
        return new AuthenticationKeysFile.Content(keys, sealing(lines.get(size - 2)));
    }

    private static String line(LogSealing sealing) {
        return switch (sealing) {
            case LogSealing.Begun begun -> "log sealing " + begun.through() + ' ' + begun.hashHex();
            case LogSealing.Complete complete -> "log sealed " + complete.through();
        };
    }

    private static LogSealing sealing(String line) {
        if (line.startsWith("log sealed ")) {
            return new LogSealing.Complete(Long.parseLong(parts(line, "log", 3)[2]));
        }
        String[] parts = parts(line, "log", 4);
        if (!parts[1].equals("sealing")) {
            throw new IllegalArgumentException("Not a state of a log");
        }
        return new LogSealing.Begun(Long.parseLong(parts[2]), parts[3]);
    }

    private static String[] parts(String line, String word, int count) {
        String[] parts = line.split(" ", -1);
        if (parts.length != count || !parts[0].equals(word)) {
            throw new IllegalArgumentException("Not a line of a file of keys of authentication");
        }
        return parts;
    }

    private static String mac(AuthenticationKeys keys, String text) {
        try (Authenticator authenticator = keys.authenticator(PURPOSE)) {
            return HexFormat.of().formatHex(authenticator.tag(text.getBytes(UTF_8)));
        }
    }
}
