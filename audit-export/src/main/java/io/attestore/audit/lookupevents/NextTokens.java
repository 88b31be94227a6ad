package io.attestore.audit.lookupevents;

import java.util.Optional;

/**
 * Makes tokens that continue a listing: unreadable and unforgeable to whoever carries them, and bound to one request.
 */
public interface NextTokens {

    /**
     * @param request the request in a form that is the same for each of its pages, and for no other request
     * @param place where the next page begins
     */
    String seal(String request, String place);

    /** The place; empty if the token is not ours, is damaged, or was made for another request. */
    Optional<String> open(String request, String token);
}
