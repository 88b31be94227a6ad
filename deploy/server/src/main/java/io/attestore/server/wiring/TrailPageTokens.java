package io.attestore.server.wiring;

import io.attestore.audit.lookupevents.NextTokens;
import io.attestore.door.paging.PageTokens;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.Region;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The trail's tokens as the store's paging tokens. A request, which names its account and Region, may be long: the token
 * carries its SHA-256 before the place.
 */
final class TrailPageTokens implements NextTokens {

    private static final String OPERATION = "cloudtrail.LookupEvents";

    /** The request itself tells the namespace. */
    private static final AccountRegion ANYWHERE = new AccountRegion(new AccountId("000000000000"), new Region("any"));

    private final PageTokens tokens;

    TrailPageTokens(PageTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public String seal(String request, String place) {
        return tokens.seal(OPERATION, ANYWHERE, digest(request) + place);
    }

    @Override
    public Optional<String> open(String request, String token) {
        String digest = digest(request);
        return tokens.open(OPERATION, ANYWHERE, token)
                .filter(payload -> payload.startsWith(digest))
                .map(payload -> payload.substring(digest.length()));
    }

    private static String digest(String request) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(request.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no SHA-256", missing);
        }
    }
}
