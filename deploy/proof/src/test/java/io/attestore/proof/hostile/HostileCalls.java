package io.attestore.proof.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.operation.RecordedCodes;
import io.attestore.proof.torture.client.Answer;
import io.attestore.proof.torture.client.ApiClient;
import io.attestore.proof.torture.client.SignedRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.assertj.core.api.SoftAssertions;
import tools.jackson.databind.JsonNode;

/** Sends calls, many at one time, and holds the answers against the record. */
final class HostileCalls {

    private static final int AT_ONE_TIME = 16;

    private final ApiClient client;
    private final String operation;

    HostileCalls(ApiClient client, String operation) {
        this.client = client;
        this.operation = operation;
    }

    /** An answer, and what was sent for it. */
    private record Sent(String body, Answer answer) {}

    /**
     * Every call is answered, none as a mistake of the server's; each is on record once, under its request id, with the
     * error that was told.
     *
     * @param requests what is sent, by how a failure shows it
     */
    void areAnsweredAndRecordedOnce(List<SignedRequest> requests) throws InterruptedException, ExecutionException {
        List<Sent> sent = send(requests);
        Map<String, List<JsonNode>> records = records(sent.size());
        SoftAssertions softly = new SoftAssertions();
        for (Sent each : sent) {
            Answer answer = each.answer();
            softly.assertThat(answer.status())
                    .as("%s %s: %s", operation, brief(each.body()), answer)
                    .isBetween(200, 499);
            List<JsonNode> found = records.getOrDefault(answer.requestId(), List.of());
            softly.assertThat(found)
                    .as("records of %s %s: %s", operation, brief(each.body()), answer)
                    .hasSize(1);
            if (found.size() == 1) {
                JsonNode record = found.getFirst();
                String source = record.path("eventSource").asString();
                softly.assertThat(record.path("errorCode").asString(""))
                        .as("%s %s", operation, brief(each.body()))
                        .isEqualTo(RecordedCodes.of(source, error(answer)));
            }
        }
        softly.assertAll();
    }

    private List<Sent> send(List<SignedRequest> requests) throws InterruptedException, ExecutionException {
        Semaphore room = new Semaphore(AT_ONE_TIME);
        List<Future<Sent>> futures = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (SignedRequest request : requests) {
                room.acquire();
                futures.add(threads.submit(() -> {
                    try {
                        return new Sent(new String(request.body()), client.call(request));
                    } finally {
                        room.release();
                    }
                }));
            }
        }
        List<Sent> sent = new ArrayList<>();
        for (Future<Sent> future : futures) {
            sent.add(future.get());
        }
        return sent;
    }

    /** By request id: the newest records of this operation, and of calls whose operation could not be read. */
    private Map<String, List<JsonNode>> records(int calls) {
        Map<String, List<JsonNode>> byRequest = new HashMap<>();
        for (JsonNode each : client.newestRecords(calls / 10 + 20)) {
            String name = each.path("eventName").asString();
            if (name.equals(operation) || name.equals("UnknownOperation")) {
                byRequest
                        .computeIfAbsent(each.path("requestID").asString(), id -> new ArrayList<>())
                        .add(each);
            }
        }
        assertThat(byRequest).as("records of %s", operation).isNotEmpty();
        return byRequest;
    }

    private static String error(Answer answer) {
        if (answer.body().startsWith("<")) {
            int start = answer.body().indexOf("<Code>");
            return start < 0
                    ? ""
                    : answer.body().substring(start + 6, answer.body().indexOf("</Code>"));
        }
        return answer.error();
    }

    private static String brief(String body) {
        return body.length() <= 300 ? body : body.substring(0, 300) + "… of " + body.length();
    }
}
