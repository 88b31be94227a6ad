package io.attestore.server.management;

import io.attestore.audit.changes.ChangeDeliverer;
import io.attestore.audit.changes.DeliveryStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;

/**
 * How the webhooks stand: {@code GET /webhooks}. {@code POST /webhooks/NAME} tells one its dead letters once more, until
 * it refuses one again.
 */
@WebEndpoint(id = "webhooks")
public final class WebhooksEndpoint {

    private final ChangeDeliverer deliverer;

    public WebhooksEndpoint(ChangeDeliverer deliverer) {
        this.deliverer = deliverer;
    }

    @ReadOperation
    public List<DeliveryStatus> status() {
        return deliverer.status();
    }

    @WriteOperation
    public WebEndpointResponse<Map<String, Integer>> redeliver(@Selector String name) throws InterruptedException {
        Optional<Integer> redelivered = deliverer.redeliver(name);
        return redelivered
                .map(count -> new WebEndpointResponse<>(Map.of("redelivered", count)))
                .orElseGet(() -> new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND));
    }
}
