package io.attestore.server.http.source;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The proxies whose word is taken for where a request comes from. Each appends the address of its own peer to
 * X-Forwarded-For, so that is read from its end: as long as the address so far is a trusted proxy's, the one before it is
 * who spoke to it. What stands further left was written by somebody who is not trusted. Immutable.
 */
public final class TrustedProxies {

    /** Longer chains of proxies do not exist; longer headers do. */
    private static final int HOPS_MAX = 16;

    private final List<Network> networks;

    /**
     * @param networks addresses and networks
     * @throws IllegalArgumentException if one of them is neither, with a message for the operator
     */
    public TrustedProxies(List<String> networks) {
        this.networks = networks.stream().map(String::strip).map(Network::parse).toList();
    }

    public boolean isTrusted(InetAddress peer) {
        return !networks.isEmpty() && networks.stream().anyMatch(network -> network.contains(peer));
    }

    /**
     * Who sent a request.
     *
     * @param peer at the other end of the connection
     * @param forwardedFor all values of X-Forwarded-For in their order; they can be anything
     * @return the first address from the right that is not a trusted proxy's. If the chain ends before, or goes on with
     *     something that is no address, the last proxy that it is known of
     */
    public InetAddress client(InetAddress peer, List<String> forwardedFor) {
        InetAddress client = peer;
        if (networks.isEmpty() || !isTrusted(peer)) {
            return client;
        }
        for (String hop : lastHopsFirst(forwardedFor)) {
            Optional<InetAddress> before = address(hop);
            if (before.isEmpty()) {
                return client;
            }
            client = before.get();
            if (!isTrusted(client)) {
                return client;
            }
        }
        return client;
    }

    /** Who the shares of a connection are counted by. */
    public Source peer(InetAddress peer) {
        return isTrusted(peer) ? Source.ofProxy(peer) : Source.of(peer);
    }

    /** Who the shares of a request are counted by. */
    public Source source(InetAddress peer, List<String> forwardedFor) {
        return peer(client(peer, forwardedFor));
    }

    private static List<String> lastHopsFirst(List<String> forwardedFor) {
        List<String> hops = new ArrayList<>();
        for (String value : forwardedFor.reversed()) {
            int end = value.length();
            while (end >= 0 && hops.size() < HOPS_MAX) {
                int comma = value.lastIndexOf(',', end - 1);
                hops.add(value.substring(comma + 1, end).strip());
                end = comma;
            }
        }
        return Collections.unmodifiableList(hops);
    }

    /** An address, also with the port that some proxies add: 192.0.2.1:80, [2001:db8::1], [2001:db8::1]:80. */
    private static Optional<InetAddress> address(String hop) {
        if (hop.startsWith("[")) {
            int end = hop.indexOf(']');
            boolean isEnded = end > 0 && (end == hop.length() - 1 || isPort(hop.substring(end + 1)));
            return isEnded ? IpAddress.parse(hop.substring(1, end)) : Optional.empty();
        }
        int colon = hop.indexOf(':');
        boolean hasPort = colon >= 0 && colon == hop.lastIndexOf(':');
        if (hasPort) {
            return isPort(hop.substring(colon)) ? IpAddress.parse(hop.substring(0, colon)) : Optional.empty();
        }
        return IpAddress.parse(hop);
    }

    private static boolean isPort(String text) {
        return text.length() >= 2
                && text.length() <= 6
                && text.charAt(0) == ':'
                && text.chars().skip(1).allMatch(each -> each >= '0' && each <= '9');
    }
}
