package io.attestore.server.management;

import io.attestore.server.shredding.Shredder;
import io.attestore.server.shredding.ShreddingStatus;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;

/**
 * How far destructions of keys are complete: {@code GET /shred}. {@code POST /shred} lets those of which something is
 * left be completed at once; when they are, the status tells.
 */
@WebEndpoint(id = "shred")
public final class ShredEndpoint {

    private final Shredder shredder;

    public ShredEndpoint(Shredder shredder) {
        this.shredder = shredder;
    }

    @ReadOperation
    public ShreddingStatus status() {
        return shredder.status();
    }

    @WriteOperation
    public ShreddingStatus hurry() {
        shredder.hurry();
        return shredder.status();
    }
}
