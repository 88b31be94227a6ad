package io.attestore.proof.bench.calls;

import io.attestore.proof.bench.load.AnswerCheck;
import io.attestore.proof.bench.load.ApiCall;
import io.attestore.proof.bench.load.Question;
import io.attestore.proof.bench.load.Question.Conversation;
import io.attestore.proof.bench.load.Question.Conversations;
import java.util.Random;

/** Questions to the trail. */
public final class Lookups {

    private static final long SEED = 20_261_122;

    private Lookups() {}

    /** The newest records of one parameter. */
    public static Question newestOf(String parameter) {
        return lookup("ResourceName", parameter, 5, "\"Events\":");
    }

    /** Pages of 50 about parameters drawn at random. */
    public static Conversations byResource(int parameters) {
        Random random = new Random(SEED);
        return connection -> Conversation.endless(() -> {
            String name = SecureStrings.name(random.nextInt(parameters));
            return lookup("ResourceName", name, 50, name);
        });
    }

    /** Pages of 50 about what one principal did. */
    public static Conversations byPrincipal(String userName) {
        return connection -> Conversation.repeating(lookup("Username", userName, 50, "\"EventId\":"));
    }

    private static Question lookup(String key, String value, int resultsMax, String mustHold) {
        return Question.of(
                ApiCall.LOOKUP_EVENTS.in(SecureStrings.REGION),
                "{\"LookupAttributes\":[{\"AttributeKey\":\"" + key + "\",\"AttributeValue\":\"" + value
                        + "\"}],\"MaxResults\":" + resultsMax + "}",
                AnswerCheck.holds(mustHold));
    }
}
