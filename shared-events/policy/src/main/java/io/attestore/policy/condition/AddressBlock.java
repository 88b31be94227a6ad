package io.attestore.policy.condition;

import java.util.Optional;

/**
 * An address of IPv4 or IPv6, or a block of them in CIDR notation (RFC 4632, RFC 4291). Bits beyond the prefix do not matter.
 * Immutable.
 */
public final class AddressBlock {

    private final byte[] network;
    private final int bits;

    private AddressBlock(byte[] network, int bits) {
        this.network = network;
        this.bits = bits;
    }

    /**
     * Reads a block; a name is none, so nothing is looked up.
     *
     * @throws IllegalArgumentException where the text is none
     */
    static AddressBlock parse(String text) {
        int slash = text.indexOf('/');
        byte[] network = IpAddress.bytes(slash < 0 ? text : text.substring(0, slash))
                .orElseThrow(() -> new IllegalArgumentException("Not an address"));
        return new AddressBlock(
                network, slash < 0 ? network.length * Byte.SIZE : prefix(text.substring(slash + 1), network.length));
    }

    /** Reads a block; empty where the text is none. */
    public static Optional<AddressBlock> read(String text) {
        try {
            return Optional.of(parse(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** Whether the text is an address within it. */
    public boolean contains(String address) {
        return IpAddress.bytes(address).map(this::contains).orElse(false);
    }

    private boolean contains(byte[] address) {
        if (address.length != network.length) {
            return false;
        }
        int whole = bits / Byte.SIZE;
        for (int i = 0; i < whole; i++) {
            if (address[i] != network[i]) {
                return false;
            }
        }
        int rest = bits % Byte.SIZE;
        return rest == 0 || (address[whole] ^ network[whole]) >> (Byte.SIZE - rest) == 0;
    }

    private static int prefix(String text, int bytes) {
        if (text.isEmpty() || text.length() > 3 || !text.chars().allMatch(each -> each >= '0' && each <= '9')) {
            throw new IllegalArgumentException("Not a length of a prefix");
        }
        int bits = Integer.parseInt(text);
        if (bits > bytes * Byte.SIZE) {
            throw new IllegalArgumentException("A prefix longer than an address");
        }
        return bits;
    }
}
