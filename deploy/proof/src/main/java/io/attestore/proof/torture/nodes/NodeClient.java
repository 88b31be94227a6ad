package io.attestore.proof.torture.nodes;

import io.attestore.proof.torture.client.Answer;
import io.attestore.proof.torture.client.ApiClient;
import io.attestore.proof.torture.linearizability.AliasCall;
import io.attestore.proof.torture.linearizability.KeyGroupCall;
import io.attestore.proof.torture.linearizability.PermissionCall;
import io.attestore.proof.torture.linearizability.TimedCall;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One client of one node: makes random calls, one at a time, and notes what each was answered, or that it was not. Not
 * safe for many threads.
 */
final class NodeClient {

    private static final int UNAVAILABLE = 503;

    private final String node;
    private final String name;
    private final Supplier<ApiClient> api;
    private final Round round;
    private final History history;
    private final Random random;
    private int values;

    /**
     * @param node its name
     * @param number of the client among the node's
     * @param api calls the node as it runs now
     */
    NodeClient(String node, int number, Supplier<ApiClient> api, Round round, Random random) {
        this.node = node;
        this.name = node + number;
        this.api = api;
        this.round = round;
        this.history = round.history();
        this.random = random;
    }

    /** One call; answers whether the node has answered it. */
    boolean callOnce() {
        if (random.nextInt(6) == 0) {
            return askOfReader(ofPermission(random.nextInt(100)));
        }
        int dice = random.nextInt(100);
        if (dice < 8) {
            String alias = round.alias();
            return dice < 4
                    ? ask(alias, Questions.createAlias(alias, any(round.keys())))
                    : ask(alias, Questions.resolve(alias));
        }
        if (dice < 33) {
            int number = random.nextInt(round.keys().size());
            String key = round.keys().get(number);
            return askOfGroup(key, ofKey(key, round.ciphertexts().get(number), dice));
        }
        String key = random.nextInt(5) == 0 ? Round.DEFAULT_KEY : any(round.keys());
        return askOfGroup(key, ofParameter(any(round.parametersUnder(key)), key, dice));
    }

    private Question<PermissionCall> ofPermission(int dice) {
        Reader reader = round.reader();
        if (dice < 60) {
            return Questions.read(reader);
        } else if (dice < 75) {
            return Questions.allow(reader);
        } else if (dice < 85) {
            return Questions.withdraw(reader);
        } else if (dice < 91) {
            return Questions.lock(reader);
        }
        return Questions.unlock(reader);
    }

    private static Question<KeyGroupCall> ofKey(String key, String ciphertext, int dice) {
        if (dice < 13) {
            return Questions.disable(key);
        } else if (dice < 20) {
            return Questions.enable(key);
        } else if (dice < 26) {
            return Questions.encrypt(key);
        }
        return Questions.decrypt(ciphertext);
    }

    private Question<KeyGroupCall> ofParameter(String parameter, String key, int dice) {
        if (dice < 66) {
            return Questions.get(parameter);
        } else if (dice < 73) {
            return Questions.getSealed(parameter);
        } else if (dice < 89) {
            return Questions.put(parameter, key, newValue());
        } else if (dice < 95) {
            return Questions.create(parameter, key, newValue());
        }
        return Questions.delete(parameter);
    }

    /** Looks at everything once, so that the history says how it ended. */
    void lookAtAll() {
        for (String key : round.keys()) {
            askOfGroup(key, Questions.encrypt(key));
            round.parametersUnder(key).forEach(parameter -> askOfGroup(key, Questions.getSealed(parameter)));
            round.parametersUnder(key).forEach(parameter -> askOfGroup(key, Questions.get(parameter)));
        }
        round.parametersUnder(Round.DEFAULT_KEY)
                .forEach(parameter -> askOfGroup(Round.DEFAULT_KEY, Questions.get(parameter)));
        askOfReader(Questions.read(round.reader()));
    }

    private boolean askOfGroup(String key, Question<KeyGroupCall> question) {
        return ask(question, timed -> history.add(key, timed));
    }

    private boolean askOfReader(Question<PermissionCall> question) {
        return ask(question, timed -> history.addPermission(round.reader().name(), timed));
    }

    private boolean ask(String alias, Question<AliasCall> question) {
        return ask(question, timed -> history.addAlias(alias, timed));
    }

    private <C> boolean ask(Question<C> question, Consumer<TimedCall<C>> note) {
        long invoked = round.now();
        Answer answer;
        try {
            answer = send(question);
        } catch (UncheckedIOException broken) {
            if (broken.getCause() instanceof ConnectException) {
                history.addUnhappened();
            } else {
                noteUnanswered(question, invoked, note);
            }
            return false;
        }
        long answered = round.now();
        if (answer.status() == UNAVAILABLE) {
            noteUnanswered(question, invoked, note);
            return false;
        }
        history.addServed(node, answered);
        if (answer.error().startsWith("Throttling")) {
            history.addUnhappened();
            return true;
        }
        Optional<C> meaning = question.meaningOf(answer);
        if (meaning.isEmpty()) {
            history.addOddity(name + " asked " + question.operation() + " and was answered " + answer.status() + " "
                    + answer.error());
            noteUnanswered(question, invoked, note);
            return true;
        }
        note.accept(new TimedCall<>(meaning.get(), invoked, answered));
        if (answer.isOk() && tellsAValue(question)) {
            history.addValue(question.operation(), answer.requestId());
        }
        return true;
    }

    private <C> Answer send(Question<C> question) {
        ApiClient client = api.get();
        return switch (question.service()) {
            case "ssm" -> client.ssm(question.operation(), question.input());
            case "kms" -> client.kms(question.operation(), question.input());
            case "iam" -> client.iam(question.operation(), question.input());
            case "attestore" -> client.attestore(question.operation(), question.input());
            case Questions.SSM_OF_READER ->
                client.ssm(
                        question.operation(), question.input(), round.reader().credentials());
            default -> throw new IllegalArgumentException("No such service: " + question.service());
        };
    }

    private <C> void noteUnanswered(Question<C> question, long invoked, Consumer<TimedCall<C>> note) {
        question.unanswered()
                .ifPresentOrElse(call -> note.accept(TimedCall.unknown(call, invoked)), history::addSilence);
    }

    private static boolean tellsAValue(Question<?> question) {
        return question.operation().equals("GetParameter")
                || question.operation().equals("Decrypt");
    }

    private String newValue() {
        return name + "-" + values++;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
