package io.attestore.server.authentication;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Who counts as one: an IPv4 address, or the network of 64 bits that an IPv6 address is in, since that is what a single
 * host is given (RFC 6177). An IPv4 address written as IPv6 is the IPv4 address.
 *
 * @param text unique for each
 */
record Source(String text) {

    private static final int NETWORK_BYTES = 8;
    private static final int TEXT_LENGTH_MAX = 64;

    /** What is no address is a source by its name. */
    static Source of(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            return new Source(parsed instanceof Inet6Address ? network(parsed) : parsed.getHostAddress());
        } catch (IllegalArgumentException noAddress) {
            return new Source(address.substring(0, Math.min(address.length(), TEXT_LENGTH_MAX)));
        }
    }

    private static String network(InetAddress address) {
        return HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES)) + "/64";
    }
}
