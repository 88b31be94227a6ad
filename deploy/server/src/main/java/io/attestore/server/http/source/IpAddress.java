package io.attestore.server.http.source;

import java.net.InetAddress;
import java.util.Optional;

/** Reads addresses as others write them. Only literals in their usual form are addresses: nothing is looked up. */
final class IpAddress {

    /** The longest text of an IPv6 address, one that ends in the form of IPv4. */
    private static final int TEXT_MAX = 45;

    private static final int IPV4_PARTS = 4;

    private IpAddress() {}

    /** An address of IPv4 in four decimal parts, or of IPv6 without a zone. */
    static Optional<InetAddress> parse(String text) {
        if (text.length() > TEXT_MAX || !(isIpv4(text) || isLikeIpv6(text))) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /** Four parts, none of which could be read as octal. */
    private static boolean isIpv4(String text) {
        int parts = 0;
        int digits = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '.') {
                if (digits == 0 || digits > 3 || digits > 1 && text.charAt(i - digits) == '0') {
                    return false;
                }
                parts++;
                digits = 0;
            } else if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                digits++;
            } else {
                return false;
            }
        }
        return parts == IPV4_PARTS;
    }

    private static boolean isLikeIpv6(String text) {
        return text.indexOf(':') >= 0
                && text.chars()
                        .allMatch(each -> Character.digit(each, 16) >= 0 && each < 128 || each == ':' || each == '.');
    }
}
