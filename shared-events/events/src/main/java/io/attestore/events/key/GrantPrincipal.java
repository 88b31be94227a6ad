package io.attestore.events.key;

/**
 * Somebody whom a grant names.
 *
 * @param arn as it was sent
 * @param id unique for ever: whoever gets the name later is not meant
 */
public record GrantPrincipal(String arn, String id) {}
