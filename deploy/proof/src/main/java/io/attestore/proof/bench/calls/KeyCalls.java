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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calls of KMS on one key. */
public final class KeyCalls {

    private static final String PLAINTEXT = "ZGF0YSBrZXkgb2YgYSBiZW5jaG1hcms=";
    private static final AnswerCheck ANY = AnswerCheck.holds("{");

    private final String keyId;
    private final String ciphertext;

    private KeyCalls(String keyId, String ciphertext) {
        this.keyId = keyId;
        this.ciphertext = ciphertext;
    }

    /** Makes a key and encrypts a text under it. */
    public static KeyCalls on(Target target) throws IOException {
        try (ApiConnection connection = new ApiConnection(target, Clock.systemUTC())) {
            String keyId = text("KeyId", connection, ApiCall.CREATE_KEY, "{}");
            String request = "{\"KeyId\":\"" + keyId + "\",\"Plaintext\":\"" + PLAINTEXT + "\"}";
            return new KeyCalls(keyId, text("CiphertextBlob", connection, ApiCall.ENCRYPT, request));
        }
    }

    public Conversations decrypts() {
        return connection -> Conversation.repeating(Question.of(
                ApiCall.DECRYPT.in(SecureStrings.REGION),
                "{\"CiphertextBlob\":\"" + ciphertext + "\"}",
                AnswerCheck.holds(PLAINTEXT)));
    }

    public Conversations dataKeys() {
        return connection -> Conversation.repeating(Question.of(
                ApiCall.GENERATE_DATA_KEY.in(SecureStrings.REGION),
                "{\"KeyId\":\"" + keyId + "\",\"KeySpec\":\"AES_256\"}",
                AnswerCheck.holds("\"Plaintext\":\"")));
    }

    private static String text(String field, ApiConnection connection, ApiCall call, String request)
            throws IOException {
        String body = connection
                .ask(Question.of(call.in(SecureStrings.REGION), request, ANY))
                .requireOk()
                .body();
        Matcher value =
                Pattern.compile("\"" + field + "\"\\s*:\\s*\"([^\"]+)\"").matcher(body);
        if (!value.find()) {
            throw new IOException("The answer has no " + field);
        }
        return value.group(1);
    }
}
