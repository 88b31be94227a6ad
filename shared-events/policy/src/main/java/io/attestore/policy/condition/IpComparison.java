package io.attestore.policy.condition;

/** IpAddress: an address of IPv4 or IPv6, or a block of them in CIDR notation. */
final class IpComparison {

    private IpComparison() {}

    static ExpectedValue read(String text, boolean variables) {
        int slash = text.indexOf('/');
        byte[] network = IpAddress.bytes(slash < 0 ? text : text.substring(0, slash))
                .orElseThrow(() -> new IllegalArgumentException("Not an address"));
        int bits = slash < 0 ? network.length * Byte.SIZE : prefix(text.substring(slash + 1), network.length);
        return (actual, request) -> IpAddress.bytes(actual)
                .map(address -> isWithin(address, network, bits))
                .orElse(false);
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

    private static boolean isWithin(byte[] address, byte[] network, int bits) {
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
}
