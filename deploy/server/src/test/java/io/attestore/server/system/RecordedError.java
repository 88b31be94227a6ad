package io.attestore.server.system;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An error that AWS itself was recorded to answer. The file says where the recordings are from.
 *
 * @param name what happened, unique among the recordings
 * @param message empty if AWS sent none; names in angle brackets stand for what was there, as does the account
 */
record RecordedError(String name, String code, int status, String message) {

    private static final Pattern STANDS_FOR = Pattern.compile("<[a-z0-9:-]+>|111111111111");

    static List<RecordedError> all() {
        try (InputStream file =
                Objects.requireNonNull(RecordedError.class.getResourceAsStream("recorded-errors.json"))) {
            JsonNode errors = new JsonMapper().readTree(file.readAllBytes()).path("errors");
            return StreamSupport.stream(errors.spliterator(), false)
                    .map(RecordedError::of)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RecordedError of(JsonNode error) {
        String name = error.path("service").asString() + ": "
                + error.path("situation").asString() + ", "
                + error.path("code").asString();
        return new RecordedError(
                error.has("with") ? name + ", " + error.path("with").asString() : name,
                error.path("code").asString(),
                error.path("status").asInt(),
                error.path("message").asString(""));
    }

    /** Every message that is the recorded one but for what stood there. */
    Pattern messages() {
        StringBuilder pattern = new StringBuilder();
        int end = 0;
        for (MatchResult placeholder : STANDS_FOR.matcher(message).results().toList()) {
            pattern.append(Pattern.quote(message.substring(end, placeholder.start())))
                    .append("[^ ']+");
            end = placeholder.end();
        }
        return Pattern.compile(pattern + Pattern.quote(message.substring(end)));
    }
}
