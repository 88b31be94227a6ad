package io.attestore.audit.changes;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Posts change events, signed. Follows no redirect and reads nothing of an answer but its head. Which answers are worth
 * another attempt is as in EventBridge. Safe for many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-api-destinations.html">EventBridge: API
 *     destinations</a>
 */
final class WebhookClient implements AutoCloseable {

    private static final Set<Integer> WORTH_ANOTHER_ATTEMPT = Set.of(401, 407, 408, 409, 425, 429);
    private static final int SERVER_ERROR = 500;
    private static final int RETRY_AFTER_DIGITS_MAX = 6;

    private final HttpClient http;
    private final Duration answerLimit;
    private final Clock clock;

    WebhookClient(DeliverySettings settings, Clock clock) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectLimit())
                .build();
        this.answerLimit = settings.answerLimit();
        this.clock = clock;
    }

    Posting post(Webhook webhook, ChangeEvent event) throws InterruptedException {
        byte[] body = event.json();
        Instant now = clock.instant();
        HttpRequest request = HttpRequest.newBuilder(webhook.url())
                .timeout(answerLimit)
                .header("Content-Type", "application/json")
                .header("User-Agent", "attestore")
                .header("webhook-id", event.id())
                .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .header("webhook-signature", webhook.secret().signature(event.id(), now, body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
            response.body().close();
            return posting(response);
        } catch (IOException e) {
            return new Posting.Failed(e.getClass().getSimpleName(), Optional.empty());
        }
    }

    private static Posting posting(HttpResponse<InputStream> response) {
        int status = response.statusCode();
        if (status >= 200 && status < 300) {
            return new Posting.Accepted();
        }
        String reason = "HTTP " + status;
        return status >= SERVER_ERROR || WORTH_ANOTHER_ATTEMPT.contains(status)
                ? new Posting.Failed(reason, retryAfter(response))
                : new Posting.Rejected(reason);
    }

    /** In seconds (RFC 9110, section 10.2.3); a date is not looked at. */
    private static Optional<Duration> retryAfter(HttpResponse<InputStream> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(text -> text.length() <= RETRY_AFTER_DIGITS_MAX
                        && !text.isEmpty()
                        && text.chars().allMatch(digit -> digit >= '0' && digit <= '9'))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
