package io.attestore.audit.lookupevents;

import io.attestore.audit.trail.TrailPlace;
import io.attestore.contract.paging.PageRequest;
import io.attestore.contract.paging.PageTokens;
import io.attestore.events.id.AccountRegion;
import java.util.List;
import java.util.Optional;

/** Tokens of LookupEvents, which continue the very request that they were made for at a place of the trail. */
record LookupTokens(PageTokens tokens) {

    private static final String OPERATION = "cloudtrail.LookupEvents";

    /** Twelve digits and a sign, eighteen digits, five digits, and what stands between them. */
    private static final int PLACE_BYTES = 40;

    /** @param request the same for all pages of one request, and for no other request */
    String seal(AccountRegion where, String request, TrailPlace place) {
        return tokens.seal(page(where, request), place.text());
    }

    /** The place; empty if the token is not ours, or was made for another request. */
    Optional<TrailPlace> open(AccountRegion where, String request, String token) {
        return tokens.open(page(where, request), token).flatMap(TrailPlace::parse);
    }

    private static PageRequest page(AccountRegion where, String request) {
        return new PageRequest(OPERATION, where, List.of(request), PLACE_BYTES);
    }
}
