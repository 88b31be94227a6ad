package io.attestore.server.http.connection;

import io.attestore.server.http.source.Source;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;

/**
 * Connections of each source in an order, the next to go first. Closing one takes a bounded number of looks: those that
 * were asked in vain are asked last the next time. For its owner's lock.
 */
final class ConnectionLines {

    /** Those at the front of a line can be busy; this many are asked. */
    private static final int ASKED_MAX = 32;

    /** Of so many sources that hold little. */
    private static final int SOURCES_MAX = 64;

    private final SequencedMap<Source, SequencedSet<ClientConnection>> lines = new LinkedHashMap<>();

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

    /** Closes the first of a source that is idle; if none is, the first that waits. Answers whether it did. */
    boolean closeOneOf(Source source, ClientConnection except) {
        SequencedSet<ClientConnection> line = lines.get(source);
        if (line == null) {
            return false;
        }
        List<ClientConnection> asked =
                line.stream().filter(each -> each != except).limit(ASKED_MAX).toList();
        boolean closed = asked.stream().anyMatch(ClientConnection::closeIfIdle)
                || asked.stream().anyMatch(ClientConnection::closeIfWaiting);
        if (!closed) {
            asked.forEach(line::addLast);
        }
        return closed;
    }

    /** Closes one of the first source that has one to close, proxies last. Answers whether there was one. */
    boolean closeOneOf(List<Source> first, ClientConnection except) {
        return first.stream().anyMatch(each -> closeOneOf(each, except))
                || closeOneOfAny(false, except)
                || closeOneOfAny(true, except);
    }

    private boolean closeOneOfAny(boolean proxies, ClientConnection except) {
        List<Source> asked = lines.keySet().stream().limit(SOURCES_MAX).toList();
        boolean closed =
                asked.stream().filter(each -> each.isProxy() == proxies).anyMatch(each -> closeOneOf(each, except));
        if (!closed) {
            asked.forEach(this::askLast);
        }
        return closed;
    }

    private void askLast(Source source) {
        SequencedSet<ClientConnection> line = lines.get(source);
        if (line != null) {
            lines.putLast(source, line);
        }
    }
}
