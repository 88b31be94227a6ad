package io.attestore.events.lock;

import java.util.Arrays;
import java.util.Optional;

/** What a lock can be on. */
public enum LockKind {
    /** A user, a role or one session, by ARN. */
    PRINCIPAL("Principal"),
    ACCESS_KEY("AccessKey"),
    /** Sessions of roles, by the name that they were given. */
    SESSION("Session"),
    /** Where requests come from: an address or a block in CIDR notation. */
    NETWORK("Network"),
    /** Resources, by an ARN with wildcards. */
    RESOURCE("Resource");

    private final String word;

    LockKind(String word) {
        this.word = word;
    }

    /** As the API has it. */
    public String word() {
        return word;
    }

    public static Optional<LockKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
