package io.attestore.server.bootstrap;

import io.attestore.cryptography.secret.InsecureSecretAccess;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.AccountId;
import io.attestore.server.store.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The file that a shell sources to speak to this server: a line {@code export NAME=value} each, mode 0600. A comment
 * names the account. It holds the secret in the clear, for that is its purpose.
 */
final class EnvironmentFile {

    private static final String EXPORT = "export ";
    private static final String ACCOUNT = "# account ";
    private static final String ENDPOINT = "AWS_ENDPOINT_URL";
    private static final String ID = "AWS_ACCESS_KEY_ID";
    private static final String SECRET = "AWS_SECRET_ACCESS_KEY";
    private static final String REGION = "us-east-1";

    private final Path file;

    EnvironmentFile(Path file) {
        this.file = file;
    }

    /** The key, for a server that does not listen yet. */
    void write(RootAccessKey key) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put(ID, key.id().value());
        variables.put(
                SECRET,
                key.secret().withBytes(InsecureSecretAccess.get(), bytes -> new String(bytes, StandardCharsets.UTF_8)));
        variables.put("AWS_REGION", REGION);
        variables.put("AWS_DEFAULT_REGION", REGION);
        write(key.account().value(), variables);
    }

    /** The same key with the address that it is good for. */
    void writeEndpoint(String endpoint) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put(ENDPOINT, endpoint);
        variables().forEach(variables::putIfAbsent);
        write(account().orElse(""), variables);
    }

    /** The key that the file tells; empty if it tells none. */
    Optional<RootAccessKey> key() {
        Map<String, String> variables = variables();
        String id = variables.get(ID);
        String secret = variables.get(SECRET);
        if (id == null || secret == null || account().isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        return account()
                .map(account -> new RootAccessKey(
                        new AccountId(account), new AccessKeyId(id), SecretBytes.takingOwnershipOf(bytes)));
    }

    private void write(String account, Map<String, String> variables) {
        PrivateFile.write(
                file,
                ACCOUNT + account + "\n"
                        + variables.entrySet().stream()
                                .map(each -> EXPORT + each.getKey() + "=" + ShellWord.quote(each.getValue()) + "\n")
                                .collect(Collectors.joining()));
    }

    private Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String line : lines()) {
            int equals = line.indexOf('=');
            if (line.startsWith(EXPORT) && equals > 0) {
                variables.put(line.substring(EXPORT.length(), equals), ShellWord.unquote(line.substring(equals + 1)));
            }
        }
        return variables;
    }

    private Optional<String> account() {
        return lines().stream()
                .filter(line -> line.startsWith(ACCOUNT))
                .map(line -> line.substring(ACCOUNT.length()))
                .findFirst();
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be read", e);
        }
    }
}
