package io.attestore.postgres;

import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * What goes over a network to a database goes to no other: it is encrypted, and the server shows by its certificate that
 * it has the name that was asked for ({@code sslmode=verify-full}). On this machine it may go in the clear.
 *
 * @see <a href="https://jdbc.postgresql.org/documentation/ssl/">pgJDBC, Using SSL</a>
 */
public final class VerifiedTls {

    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[?(::1|0:0:0:0:0:0:0:1)]?");
    private static final String VERIFY_FULL = "verify-full";
    private static final String NO_VALIDATION = "nonvalidatingfactory";

    private VerifiedTls() {}

    /**
     * The URL as it may be used: with {@code sslmode=verify-full} where it says nothing of it.
     *
     * @throws IllegalArgumentException if a host of it is not this machine and it asks for less; the message says what
     */
    public static String requiredIn(String jdbcUrl) {
        @Nullable Properties url = Driver.parseURL(jdbcUrl, new Properties());
        if (url == null) {
            throw new IllegalArgumentException("The JDBC URL is none of PostgreSQL's");
        }
        if (Stream.of(url.getProperty("PGHOST", "localhost").split(","))
                .allMatch(host ->
                        LOOPBACK.matcher(host.strip().toLowerCase(Locale.ROOT)).matches())) {
            return jdbcUrl;
        }
        require(!isOfNoValidation(url), "takes any certificate (sslfactory)");
        @Nullable String mode = url.getProperty("sslmode");
        if (mode != null) {
            require(mode.equals(VERIFY_FULL), "has sslmode=" + mode);
            return jdbcUrl;
        }
        require(!"false".equalsIgnoreCase(url.getProperty("ssl")), "has ssl=false");
        return jdbcUrl + (jdbcUrl.contains("?") ? "&" : "?") + "sslmode=" + VERIFY_FULL;
    }

    private static boolean isOfNoValidation(Properties url) {
        return url.getProperty("sslfactory", "").toLowerCase(Locale.ROOT).endsWith(NO_VALIDATION);
    }

    private static void require(boolean verified, String otherwise) {
        if (!verified) {
            throw new IllegalArgumentException("the database is on another machine and the URL " + otherwise
                    + ", so whoever is in between could be the database: use sslmode=" + VERIFY_FULL);
        }
    }
}
