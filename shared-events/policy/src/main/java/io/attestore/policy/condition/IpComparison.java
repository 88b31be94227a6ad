package io.attestore.policy.condition;

/** IpAddress: an address of IPv4 or IPv6, or a block of them in CIDR notation. */
final class IpComparison {

    private IpComparison() {}

    static ExpectedValue read(String text, boolean variables) {
        AddressBlock block = AddressBlock.parse(text);
        return (actual, request) -> block.contains(actual);
    }
}
