package io.attestore.server.http.source;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Whom shares are counted by: an IPv4 address, or an IPv6 network of 64 bits, since that is what one customer is given
 * at least.
 *
 * @param name the address or the network
 * @param isProxy whether it is a trusted proxy, which speaks for many and has no share of its own
 */
public record Source(String name, boolean isProxy) {

    private static final int CUSTOMER_BYTES = 8;
    private static final int NAME_MAX = 64;

    /** Of a request's source address; what is no address is a source by its text. */
    public static Source ofAddress(String address) {
        return IpAddress.parse(address)
                .map(Source::of)
                .orElseGet(() -> new Source(address.substring(0, Math.min(address.length(), NAME_MAX)), false));
    }

    /** A client that is itself the one. */
    static Source of(InetAddress address) {
        return new Source(name(address), false);
    }

    static Source ofProxy(InetAddress address) {
        return new Source(name(address), true);
    }

    private static String name(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        byte[] network =
                Arrays.copyOf(Arrays.copyOf(address.getAddress(), CUSTOMER_BYTES), address.getAddress().length);
        try {
            return InetAddress.getByAddress(network).getHostAddress() + "/64";
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
