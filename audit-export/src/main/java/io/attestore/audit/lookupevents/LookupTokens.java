package io.attestore.audit.lookupevents;

import io.attestore.audit.trail.TrailPlace;
import io.attestore.door.paging.PageTokens;
import io.attestore.events.id.AccountRegion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Tokens of LookupEvents, which continue the very request that they were made for. The payload is
 * {@code SHA-256 of the request in hexadecimal | : | place}.
 */
record LookupTokens(PageTokens tokens) {

    private static final String OPERATION = "cloudtrail.LookupEvents";

    /** @param request the same for all pages of one request, and for no other request */
    String seal(AccountRegion where, String request, TrailPlace place) {
        return tokens.seal(OPERATION, where, digest(request) + ":" + place.text());
    }

    /** The place; empty if the token is not ours, or was made for another request. */
    Optional<TrailPlace> open(AccountRegion where, String request, String token) {
        String beginning = digest(request) + ":";
        return tokens.open(OPERATION, where, token)
                .filter(payload -> payload.startsWith(beginning))
                .flatMap(payload -> TrailPlace.parse(payload.substring(beginning.length())));
    }

    private static String digest(String request) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(request.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
