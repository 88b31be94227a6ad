package io.attestore.events.call;

import java.util.Map;
import java.util.Optional;

/** How what decided a call is written into an event's metadata and read back. */
final class DecidedByMetadata {

    private DecidedByMetadata() {}

    static void write(DecidedBy decided, Map<String, String> metadata) {
        switch (decided) {
            case DecidedBy.Statement(boolean allows, String policy, String statement) -> {
                metadata.put(allows ? "allowedBy.policy" : "deniedBy.policy", policy);
                metadata.put("decidedBy.statement", statement);
            }
            case DecidedBy.Grant(String id) -> metadata.put("allowedBy.grant", id);
            case DecidedBy.Missing(String kind) -> metadata.put("deniedBy.missing", kind);
            case DecidedBy.Lock(String name) -> metadata.put("deniedBy.lock", name);
        }
    }

    /** Events of older versions have none. */
    static Optional<DecidedBy> read(Map<String, String> metadata) {
        String statement = metadata.get("decidedBy.statement");
        if (statement != null) {
            String allowing = metadata.get("allowedBy.policy");
            return Optional.of(
                    allowing != null
                            ? new DecidedBy.Statement(true, allowing, statement)
                            : new DecidedBy.Statement(
                                    false, CallMetadata.required(metadata, "deniedBy.policy"), statement));
        }
        String grant = metadata.get("allowedBy.grant");
        if (grant != null) {
            return Optional.of(new DecidedBy.Grant(grant));
        }
        String missing = metadata.get("deniedBy.missing");
        return missing != null
                ? Optional.of(new DecidedBy.Missing(missing))
                : Optional.ofNullable(metadata.get("deniedBy.lock")).map(DecidedBy.Lock::new);
    }
}
