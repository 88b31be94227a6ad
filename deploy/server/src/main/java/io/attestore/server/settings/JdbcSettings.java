package io.attestore.server.settings;

import io.attestore.cryptography.secret.SecretFile;
import io.attestore.postgres.ConnectionSettings;
import io.attestore.postgres.DatabasePassword;
import io.attestore.postgres.VerifiedTls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A PostgreSQL server of the operator's own, instead of the embedded one. Prints no password.
 *
 * @param url a {@code jdbc:postgresql:} URL without a password; without a URL the embedded server is started
 * @param user the role to log in as
 * @param password its password
 * @param passwordFile a file that holds the password and nothing else, instead of {@code password}
 * @param connectionsMax the most connections that this node opens, at least 10
 * @param allowUnverifiedTls whether a database on another machine may be entered without {@code sslmode=verify-full}:
 *     whoever is in between can then be the database
 */
@ConfigurationProperties("attestore.jdbc")
public record JdbcSettings(
        @Nullable String url,
        @DefaultValue("attestore") String user,
        @Nullable String password,
        @Nullable Path passwordFile,
        @DefaultValue("20") int connectionsMax,
        @DefaultValue("false") boolean allowUnverifiedTls) {

    private static final int CONNECTIONS_MIN = 10;
    private static final int PASSWORD_BYTES_MAX = 1024;

    public JdbcSettings {
        if (connectionsMax < CONNECTIONS_MIN) {
            throw new IllegalArgumentException("attestore.jdbc.connections-max must be at least " + CONNECTIONS_MIN);
        }
        if (password != null && passwordFile != null) {
            throw new IllegalArgumentException(
                    "Only one of attestore.jdbc.password and attestore.jdbc.password-file can be given");
        }
        if (url != null && !url.isBlank() && !allowUnverifiedTls) {
            url = verified(url);
        }
    }

    /** The external database; empty if there is to be an embedded one. */
    public Optional<ConnectionSettings> external() {
        return Optional.ofNullable(url)
                .filter(given -> !given.isBlank())
                .map(given -> new ConnectionSettings(given, user, databasePassword()));
    }

    private static String verified(String url) {
        try {
            return VerifiedTls.requiredIn(url);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "attestore.jdbc.url: " + e.getMessage() + ", or allow it with attestore.jdbc.allow-unverified-tls");
        }
    }

    private DatabasePassword databasePassword() {
        if (passwordFile != null) {
            return read(passwordFile);
        }
        return DatabasePassword.of(password == null ? new char[0] : password.toCharArray());
    }

    private static DatabasePassword read(Path file) {
        try {
            byte[] line = SecretFile.readLine(file, "password file", PASSWORD_BYTES_MAX);
            CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(line));
            char[] characters = new char[decoded.remaining()];
            decoded.get(characters);
            DatabasePassword password = DatabasePassword.of(characters);
            Arrays.fill(line, (byte) 0);
            Arrays.fill(characters, '\0');
            Arrays.fill(decoded.array(), '\0');
            return password;
        } catch (IOException e) {
            throw new UncheckedIOException("The password file " + file + " cannot be read", e);
        }
    }

    @Override
    public String toString() {
        return "JdbcSettings[url=" + url + ", user=" + user + "]";
    }
}
