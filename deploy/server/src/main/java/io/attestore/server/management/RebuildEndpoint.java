package io.attestore.server.management;

import io.attestore.audit.trail.TrailProjector;
import io.attestore.audit.trail.TrailStatus;
import io.attestore.events.log.LogReader;
import io.attestore.server.duework.DueWorkRunner;
import java.util.List;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;

/**
 * Rebuilds read models from the log while the server serves: {@code GET /rebuild} tells how far each is,
 * {@code POST /rebuild/MODEL} empties one and lets it be built anew. Meanwhile a search of the trail reads the log
 * itself or, if that is too long, says that it cannot answer yet: it never misses anything. States, also those that are
 * stored, are forgotten and sourced anew, each when it is next asked for.
 */
@WebEndpoint(id = "rebuild")
public final class RebuildEndpoint {

    private final LogReader log;
    private final TrailProjector trail;
    private final DueWorkRunner dueWork;
    private final Runnable forgetStates;

    /** @param forgetStates forgets all states, in memory and stored */
    public RebuildEndpoint(LogReader log, TrailProjector trail, DueWorkRunner dueWork, Runnable forgetStates) {
        this.log = log;
        this.trail = trail;
        this.dueWork = dueWork;
        this.forgetStates = forgetStates;
    }

    /**
     * How far a read model is.
     *
     * @param position the newest position of the log that is in it
     */
    public record Progress(String model, long position, long head) {}

    @ReadOperation
    public List<Progress> progress() {
        TrailStatus status = trail.status();
        long head = log.head();
        return List.of(
                new Progress("trail", status.projected(), head),
                new Progress("due-work", dueWork.position(), head),
                new Progress("states", head, head));
    }

    @WriteOperation
    public WebEndpointResponse<List<Progress>> rebuild(@Selector String model) {
        switch (model) {
            case "trail" -> trail.rebuild();
            case "due-work" -> dueWork.rebuild();
            case "states" -> forgetStates.run();
            default -> {
                return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
            }
        }
        return new WebEndpointResponse<>(progress());
    }
}
