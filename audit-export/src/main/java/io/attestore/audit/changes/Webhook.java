package io.attestore.audit.changes;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where changes are told.
 *
 * @param name by which it is known in tables and metrics; whoever renames it begins anew at the head of the log
 * @param url https, or http to this machine itself
 */
public record Webhook(String name, URI url, WebhookSecret secret) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    /** @param allowHttp whether a plain connection may leave this machine */
    public static Webhook of(String name, URI url, WebhookSecret secret, boolean allowHttp) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A webhook's name has 1 to 63 lower case letters, digits, - and _: '" + name + "'");
        }
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        boolean addressed = url.getHost() != null && url.getUserInfo() == null && url.getFragment() == null;
        boolean plain = scheme.equals("http") && (allowHttp || LOOPBACK.contains(url.getHost()));
        if (!addressed || !(scheme.equals("https") || plain)) {
            throw new IllegalArgumentException("The webhook " + name
                    + " needs an https address without user and fragment; http is for this machine itself only");
        }
        return new Webhook(name, url, secret);
    }

    /** Without the path and query, which may hold a token. */
    @Override
    public String toString() {
        return "Webhook[" + name + " " + url.getHost() + "]";
    }
}
