package io.attestore.proof.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.attestore.proof.bench.load.ApiCall.Route;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One request before it is signed, and what its answer must hold. The hash of the body is computed once: asking the same
 * again signs anew, as the SDKs do, over the known hash.
 */
public final class Question {

    private final Route route;
    private final byte[] body;
    private final byte[] bodyHash;
    private final AnswerCheck check;

    private Question(Route route, byte[] body, AnswerCheck check) {
        this.route = route;
        this.body = body;
        this.bodyHash = Hex.of(Digests.sha256().digest(body));
        this.check = check;
    }

    public static Question of(Route route, String body, AnswerCheck check) {
        return new Question(route, body.getBytes(UTF_8), check);
    }

    Route route() {
        return route;
    }

    byte[] body() {
        return body;
    }

    /** SHA-256 of the body in hexadecimal digits. */
    byte[] bodyHash() {
        return bodyHash;
    }

    AnswerCheck check() {
        return check;
    }

    /** What one connection asks, one question after the other; the end of it ends the connection's part. */
    @FunctionalInterface
    public interface Conversation {

        /** Answers empty when there is nothing more to ask. */
        Optional<Question> next();

        static Conversation repeating(Question question) {
            Optional<Question> same = Optional.of(question);
            return () -> same;
        }

        static Conversation endless(Supplier<Question> questions) {
            return () -> Optional.of(questions.get());
        }
    }

    /** Makes the conversation of each connection. */
    @FunctionalInterface
    public interface Conversations {

        Conversation of(int connection);
    }
}
