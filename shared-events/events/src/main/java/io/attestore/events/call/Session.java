package io.attestore.events.call;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of the session of temporary credentials, besides who issued it: CloudTrail's sessionContext.
 *
 * @param createdAt when the credentials were issued
 * @param mfaAuthenticated whether whom they were issued to had shown a second factor
 * @param sourceIdentity 2 to 64 characters: who is behind it, kept through chains of roles
 * @param webIdentity how the session came from an OpenID Connect provider's token
 */
public record Session(
        Instant createdAt,
        boolean mfaAuthenticated,
        Optional<String> sourceIdentity,
        Optional<WebIdentity> webIdentity) {

    public Session {
        sourceIdentity.ifPresent(identity -> PrincipalTexts.requireName(identity, 2, 64, "A source identity"));
    }

    public Session(Instant createdAt, boolean mfaAuthenticated) {
        this(createdAt, mfaAuthenticated, Optional.empty(), Optional.empty());
    }
}
