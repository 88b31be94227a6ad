package io.attestore.proof.bench.calls;

import io.attestore.proof.bench.load.AnswerCheck;
import io.attestore.proof.bench.load.ApiCall;
import io.attestore.proof.bench.load.ApiConnection;
import io.attestore.proof.bench.load.Question;
import io.attestore.proof.bench.load.Question.Conversation;
import io.attestore.proof.bench.load.Question.Conversations;
import io.attestore.proof.bench.load.Target;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Small SecureStrings below one path, and the calls that put and read them. */
public final class SecureStrings {

    /** The Region that everything is in which needs no more than one. */
    public static final String REGION = "us-east-1";

    /** How many of them one GetParametersByPath reads: as many as it answers with on one page. */
    public static final int PER_PATH = 10;

    private static final int PUT_IN_TURN = 16;
    private static final String VALUE = "bench-value-" + "0123456789abcdef".repeat(6);

    private SecureStrings() {}

    /** What all of them hold; the door alone answers with it, too, so that both answers are of one size. */
    public static String value() {
        return VALUE;
    }

    /** One of many names. Ten each have a path of their own. */
    public static String name(int index) {
        return path(index / PER_PATH) + "/" + index % PER_PATH;
    }

    private static String nameToPut(int index) {
        return "/bench/put/" + index;
    }

    private static String path(int index) {
        return "/bench/path-" + index;
    }

    public static void put(Target target, int count) throws IOException {
        putNew(target, count, SecureStrings::name);
    }

    /** Those that {@link #puts} put new versions of. */
    public static void preparePuts(Target target, int connections) throws IOException {
        putNew(target, connections * PUT_IN_TURN, SecureStrings::nameToPut);
    }

    private static void putNew(Target target, int count, IntFunction<String> name) throws IOException {
        try (ApiConnection connection = new ApiConnection(target, Clock.systemUTC())) {
            for (int index = 0; index < count; index++) {
                connection.ask(put(name.apply(index), "")).requireOk();
            }
        }
    }

    public static Question put(String name, String more) {
        return Question.of(
                ApiCall.PUT_PARAMETER.in(REGION),
                "{\"Name\":\"" + name + "\",\"Type\":\"SecureString\",\"Value\":\"" + VALUE + "\"" + more + "}",
                AnswerCheck.holds("\"Version\":"));
    }

    public static Question read(String name) {
        return Question.of(
                ApiCall.GET_PARAMETER.in(REGION),
                "{\"Name\":\"" + name + "\",\"WithDecryption\":true}",
                AnswerCheck.holds(VALUE));
    }

    /** Each connection reads one parameter of its own, with decryption. */
    public static Conversations reads(int count) {
        return connection -> Conversation.repeating(read(name(connection % count)));
    }

    /** All connections read one parameter. */
    public static Conversations readsOf(String name) {
        return connection -> Conversation.repeating(read(name));
    }

    /** Each connection reads ten parameters at a time, all of one path. */
    public static Conversations readsByPath(int count) {
        return connection -> Conversation.repeating(Question.of(
                ApiCall.GET_PARAMETERS_BY_PATH.in(REGION),
                "{\"Path\":\"" + path(connection % (count / PER_PATH)) + "\",\"WithDecryption\":true,\"MaxResults\":"
                        + PER_PATH + "}",
                AnswerCheck.holds(VALUE, PER_PATH)));
    }

    /**
     * Each connection puts new versions of parameters of its own, one after the other: several, so that few reach the
     * hundred versions from which on every put also destroys one.
     */
    public static Conversations puts() {
        return connection -> {
            List<Question> turns = IntStream.range(0, PUT_IN_TURN)
                    .mapToObj(turn -> put(nameToPut(connection * PUT_IN_TURN + turn), ",\"Overwrite\":true"))
                    .toList();
            AtomicInteger next = new AtomicInteger();
            return Conversation.endless(() -> turns.get(next.getAndIncrement() % PUT_IN_TURN));
        };
    }
}
