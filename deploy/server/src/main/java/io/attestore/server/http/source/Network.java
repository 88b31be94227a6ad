package io.attestore.server.http.source;

import java.net.InetAddress;

/** An IP network, or a single address. */
final class Network {

    private final byte[] address;
    private final int prefixBits;

    private Network(byte[] address, int prefixBits) {
        this.address = address;
        this.prefixBits = prefixBits;
    }

    /**
     * An address, or a network such as 10.0.0.0/8 or 2001:db8::/32 (RFC 4632, RFC 4291).
     *
     * @throws IllegalArgumentException if it is neither
     */
    static Network parse(String text) {
        int slash = text.indexOf('/');
        byte[] address = IpAddress.parse(slash < 0 ? text : text.substring(0, slash))
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no address and no network"))
                .getAddress();
        int bits = address.length * Byte.SIZE;
        int prefix = slash < 0 ? bits : prefix(text, text.substring(slash + 1), bits);
        for (int bit = prefix; bit < bits; bit++) {
            if (bit(address, bit) != 0) {
                throw new IllegalArgumentException("'" + text + "' has more bits than its prefix of " + prefix);
            }
        }
        return new Network(address, prefix);
    }

    private static int prefix(String network, String text, int max) {
        boolean isNumber =
                text.length() <= 3 && !text.isEmpty() && text.chars().allMatch(each -> each >= '0' && each <= '9');
        if (!isNumber || Integer.parseInt(text) > max) {
            throw new IllegalArgumentException("'" + network + "' has no prefix of 0 to " + max + " bits");
        }
        return Integer.parseInt(text);
    }

    boolean contains(InetAddress other) {
        byte[] bytes = other.getAddress();
        if (bytes.length != address.length) {
            return false;
        }
        for (int bit = 0; bit < prefixBits; bit++) {
            if (bit(bytes, bit) != bit(address, bit)) {
                return false;
            }
        }
        return true;
    }

    private static int bit(byte[] bytes, int number) {
        return bytes[number / Byte.SIZE] >> (Byte.SIZE - 1 - number % Byte.SIZE) & 1;
    }
}
