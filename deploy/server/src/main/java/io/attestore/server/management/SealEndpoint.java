package io.attestore.server.management;

import io.attestore.entities.disclosure.DisclosureState;
import io.attestore.server.disclosure.DisclosureReason;
import io.attestore.server.disclosure.DisclosureSwitch;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;

/**
 * The switch for a bad night: {@code POST /seal/on} with a reason stops all disclosure on every node,
 * {@code POST /seal/off} ends that, {@code GET /seal} tells how it stands. Both orders are recorded, whether they change
 * anything or not, and answered when the record is durable.
 */
@WebEndpoint(id = "seal")
public final class SealEndpoint {

    private final DisclosureSwitch disclosure;

    public SealEndpoint(DisclosureSwitch disclosure) {
        this.disclosure = disclosure;
    }

    @ReadOperation
    public Map<String, Object> status() {
        return document(disclosure.state());
    }

    @WriteOperation
    public WebEndpointResponse<Map<String, Object>> order(@Selector String to, @Nullable String reason) {
        Optional<DisclosureReason> given = given(reason);
        return switch (to) {
            case "on" -> answer(disclosure.stop(given.orElseThrow(() -> invalid("A reason is needed"))));
            case "off" -> answer(disclosure.resume(given));
            default -> new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
        };
    }

    private WebEndpointResponse<Map<String, Object>> answer(DisclosureState before) {
        Map<String, Object> document = status();
        document.put("wasSealed", before instanceof DisclosureState.Stopped);
        return new WebEndpointResponse<>(document);
    }

    /** What is so, in the words of the answer. */
    private static Map<String, Object> document(DisclosureState state) {
        Map<String, Object> document = new LinkedHashMap<>();
        switch (state) {
            case DisclosureState.Permitted _ -> document.put("sealed", false);
            case DisclosureState.Stopped(String reason, var since) -> {
                document.put("sealed", true);
                document.put("reason", reason);
                document.put("since", since.toString());
            }
        }
        return document;
    }

    private static Optional<DisclosureReason> given(@Nullable String reason) {
        if (reason == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new DisclosureReason(reason));
        } catch (IllegalArgumentException unusable) {
            throw invalid(String.valueOf(unusable.getMessage()));
        }
    }

    private static InvalidEndpointRequestException invalid(String message) {
        return new InvalidEndpointRequestException(message, message);
    }
}
