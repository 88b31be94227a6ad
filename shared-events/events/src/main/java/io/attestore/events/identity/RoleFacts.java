package io.attestore.events.identity;

import java.util.Optional;

/**
 * What a role's owner says of it besides who may assume it.
 *
 * @param sessionSecondsMax the longest time for which a session may be asked for, 3,600 to 43,200 seconds
 */
public record RoleFacts(Optional<String> description, int sessionSecondsMax) {}
