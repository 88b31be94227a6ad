package io.attestore.server.http.connection;

import io.attestore.server.http.source.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/** Connections of each source in an order, the next to go first. For its owner's lock. */
final class ConnectionLines {

    /** Those at the front can be busy; this many are asked. */
    private static final int ASKED_MAX = 64;

    private final Map<Source, SequencedSet<ClientConnection>> lines = new HashMap<>();

    /** Puts it last. */
    void addLast(ClientConnection connection) {
        lines.computeIfAbsent(connection.source(), _ -> new LinkedHashSet<>()).addLast(connection);
    }

    boolean contains(ClientConnection connection) {
        SequencedSet<ClientConnection> line = lines.get(connection.source());
        return line != null && line.contains(connection);
    }

    /** Answers whether it was there. */
    boolean remove(ClientConnection connection) {
        SequencedSet<ClientConnection> line = lines.get(connection.source());
        if (line == null || !line.remove(connection)) {
            return false;
        }
        if (line.isEmpty()) {
            lines.remove(connection.source());
        }
        return true;
    }

    /** Closes the first that is idle; answers which. */
    Optional<ClientConnection> closeFirst(Source source, ClientConnection except) {
        SequencedSet<ClientConnection> line = lines.get(source);
        if (line == null) {
            return Optional.empty();
        }
        List<ClientConnection> asked = new ArrayList<>(Math.min(line.size(), ASKED_MAX));
        for (ClientConnection each : line) {
            if (asked.size() == ASKED_MAX) {
                break;
            }
            asked.add(each);
        }
        return asked.stream()
                .filter(each -> each != except && each.closeIfIdle())
                .findFirst();
    }
}
