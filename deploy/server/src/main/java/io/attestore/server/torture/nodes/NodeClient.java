package io.attestore.server.torture.nodes;

import io.attestore.server.torture.client.Answer;
import io.attestore.server.torture.client.ApiClient;
import io.attestore.server.torture.linearizability.AliasCall;
import io.attestore.server.torture.linearizability.KeyCall;
import io.attestore.server.torture.linearizability.KeyGroupCall;
import io.attestore.server.torture.linearizability.ParameterCall;
import io.attestore.server.torture.linearizability.ParameterCall.AlreadyExists;
import io.attestore.server.torture.linearizability.ParameterCall.Created;
import io.attestore.server.torture.linearizability.ParameterCall.Deleted;
import io.attestore.server.torture.linearizability.ParameterCall.Found;
import io.attestore.server.torture.linearizability.ParameterCall.NotFound;
import io.attestore.server.torture.linearizability.ParameterCall.Put;
import io.attestore.server.torture.linearizability.ParameterCall.Read;
import io.attestore.server.torture.linearizability.ParameterCall.ReadSealed;
import io.attestore.server.torture.linearizability.TimedCall;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One client of one node: makes random calls, one at a time, and notes what each was answered, or that it was not. Not
 * safe for many threads.
 */
final class NodeClient {

    private static final int THROTTLED_STATUS = 400;

    private final String name;
    private final Supplier<ApiClient> api;
    private final Round round;
    private final History history;
    private final Random random;
    private int values;

    /** @param api the node as it runs now */
    NodeClient(String name, Supplier<ApiClient> api, Round round, Random random) {
        this.name = name;
        this.api = api;
        this.round = round;
        this.history = round.history();
        this.random = random;
    }

    /** One call; answers whether the node was there to answer it. */
    boolean callOnce() {
        String key = random.nextInt(5) == 0
                ? Round.DEFAULT_KEY
                : round.keys().get(random.nextInt(round.keys().size()));
        String parameter = any(round.parametersUnder(key));
        int dice = random.nextInt(100);
        if (dice < 34) {
            return get(key, parameter);
        } else if (dice < 42) {
            return getSealed(key, parameter);
        } else if (dice < 58) {
            return put(key, parameter);
        } else if (dice < 63) {
            return create(key, parameter);
        } else if (dice < 68) {
            return delete(key, parameter);
        } else if (dice < 72) {
            return createAlias(any(round.keys()));
        } else if (dice < 76) {
            return resolveAlias();
        }
        int number = random.nextInt(round.keys().size());
        String own = round.keys().get(number);
        if (dice < 81) {
            return toggle(own, "DisableKey", KeyCall.DISABLE);
        } else if (dice < 88) {
            return toggle(own, "EnableKey", KeyCall.ENABLE);
        } else if (dice < 94) {
            return use("Encrypt", own, "{\"KeyId\":\"" + own + "\",\"Plaintext\":\"" + Round.PLAINTEXT + "\"}");
        }
        return use("Decrypt", own, "{\"CiphertextBlob\":\"" + round.ciphertexts().get(number) + "\"}");
    }

    /** Reads everything once, so that the history says how it ended. */
    void readAll() {
        for (String key : round.keys()) {
            round.parametersUnder(key).forEach(parameter -> getSealed(key, parameter));
            use("Encrypt", key, "{\"KeyId\":\"" + key + "\",\"Plaintext\":\"" + Round.PLAINTEXT + "\"}");
        }
        round.parametersUnder(Round.DEFAULT_KEY).forEach(parameter -> get(Round.DEFAULT_KEY, parameter));
    }

    boolean get(String key, String parameter) {
        return send(
                client -> client.ssm("GetParameter", "{\"Name\":\"" + parameter + "\",\"WithDecryption\":true}"),
                "GetParameter",
                Optional.empty(),
                (answer, invoked) -> {
                    KeyGroupCall seen;
                    if (answer.isOk()) {
                        history.addValue("GetParameter", answer.requestId());
                        var told = answer.json().path("Parameter");
                        seen = KeyGroupCall.of(
                                KeyCall.USED,
                                parameter,
                                new Read(
                                        told.path("Version").asLong(),
                                        told.path("Value").asString()));
                    } else {
                        switch (answer.error()) {
                            case "ParameterNotFound" -> seen = KeyGroupCall.of(parameter, new NotFound());
                            case "InvalidKeyId" -> seen = KeyGroupCall.of(KeyCall.REFUSED, parameter, new Found());
                            default -> {
                                return false;
                            }
                        }
                    }
                    history.add(key, round.answered(seen, invoked));
                    return true;
                });
    }
}
