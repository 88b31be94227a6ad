package io.attestore.proof.bench.large;

import io.attestore.proof.bench.load.AnswerCheck;
import io.attestore.proof.bench.load.ApiCall;
import io.attestore.proof.bench.load.Question;
import io.attestore.proof.bench.load.Question.Conversation;
import io.attestore.proof.bench.load.Question.Conversations;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * SecureStrings of 4096 bytes, each with a value of its own. A Region of an account holds ten thousand standard
 * parameters, so more of them are spread over several.
 *
 * @see <a href="https://docs.aws.amazon.com/general/latest/gr/ssm.html">AWS: Parameter Store quotas</a>
 */
final class LargeValues {

    private static final int VALUE_BYTES = 4096;
    private static final int PER_REGION_MAX = 10_000;
    private static final int PER_LINE = 10_000;
    private static final long SEED = 20_261_122;

    private final int count;
    private final int regions;

    LargeValues(int count) {
        this.count = count;
        this.regions = Math.ceilDiv(count, PER_REGION_MAX);
    }

    /** Each parameter is put once. */
    Conversations putAll(Consumer<String> out) {
        return oneAfterTheOther(this::put, out);
    }

    /** Each parameter is read once. */
    Conversations readAll(Consumer<String> out) {
        return oneAfterTheOther(this::read, out);
    }

    /** Asked by whichever connection is next; the Regions take turns. */
    private Conversations oneAfterTheOther(IntFunction<Question> question, Consumer<String> out) {
        AtomicInteger next = new AtomicInteger();
        return connection -> () -> {
            int index = next.getAndIncrement();
            if (index >= count) {
                return Optional.empty();
            }
            if ((index + 1) % PER_LINE == 0) {
                out.accept(String.format(Locale.ROOT, "  %,d parameters", index + 1));
            }
            return Optional.of(question.apply(index));
        };
    }

    Conversations readsAtRandom() {
        Random random = new Random(SEED);
        return connection -> Conversation.endless(() -> read(random.nextInt(count)));
    }

    Conversations readsOfOne() {
        return connection -> Conversation.repeating(read(0));
    }

    private Question put(int index) {
        return Question.of(
                ApiCall.PUT_PARAMETER.in(region(index)),
                "{\"Name\":\"" + name(index) + "\",\"Type\":\"SecureString\",\"Value\":\"" + value(index) + "\"}",
                AnswerCheck.holds("\"Version\":"));
    }

    /** The whole value is some thousand bytes; its beginning tells which one it is. */
    private Question read(int index) {
        return Question.of(
                ApiCall.GET_PARAMETER.in(region(index)),
                "{\"Name\":\"" + name(index) + "\",\"WithDecryption\":true}",
                AnswerCheck.holds(beginning(index)));
    }

    private String region(int index) {
        return "us-east-" + (1 + index % regions);
    }

    private static String name(int index) {
        return "/bench/many/" + index;
    }

    private static String beginning(int index) {
        return "value-" + index + "-";
    }

    private static String value(int index) {
        String beginning = beginning(index);
        return beginning + "0123456789abcdef".repeat(VALUE_BYTES / 16).substring(beginning.length());
    }
}
