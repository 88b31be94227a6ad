package io.attestore.policy.condition;

import java.util.Arrays;
import java.util.Optional;

/**
 * Reads addresses of IPv4 and IPv6, never a name, so that nothing is looked up. An IPv4 address in IPv6's notation
 * ({@code ::ffff:192.0.2.1}) is the IPv4 address.
 */
final class IpAddress {

    private static final int V4_BYTES = 4;
    private static final int V6_BYTES = 16;
    private static final int V6_GROUPS = 8;
    private static final int LENGTH_MAX = 45;

    private IpAddress() {}

    static Optional<byte[]> bytes(String text) {
        if (text.isEmpty() || text.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        return text.indexOf(':') < 0 ? v4(text) : v6(text).map(IpAddress::unmapped);
    }

    private static Optional<byte[]> v4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != V4_BYTES) {
            return Optional.empty();
        }
        byte[] bytes = new byte[V4_BYTES];
        for (int i = 0; i < V4_BYTES; i++) {
            int number = number(parts[i], 10, 3);
            if (number < 0 || number > 255) {
                return Optional.empty();
            }
            bytes[i] = (byte) number;
        }
        return Optional.of(bytes);
    }

    private static Optional<byte[]> v6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text).filter(bytes -> bytes.length == V6_BYTES);
        }
        Optional<byte[]> head = groups(text.substring(0, gap));
        Optional<byte[]> tail = groups(text.substring(gap + 2));
        if (head.isEmpty() || tail.isEmpty() || head.get().length + tail.get().length > V6_BYTES - 2) {
            return Optional.empty();
        }
        byte[] bytes = Arrays.copyOf(head.get(), V6_BYTES);
        byte[] end = tail.get();
        System.arraycopy(end, 0, bytes, V6_BYTES - end.length, end.length);
        return Optional.of(bytes);
    }

    /** The bytes of groups between colons, the last of which may be an IPv4 address. */
    private static Optional<byte[]> groups(String text) {
        if (text.isEmpty()) {
            return Optional.of(new byte[0]);
        }
        String[] parts = text.split(":", -1);
        if (parts.length > V6_GROUPS) {
            return Optional.empty();
        }
        byte[] bytes = new byte[parts.length * 2 + 2];
        int length = 0;
        for (int i = 0; i < parts.length; i++) {
            if (i == parts.length - 1 && parts[i].indexOf('.') >= 0) {
                Optional<byte[]> v4 = v4(parts[i]);
                if (v4.isEmpty()) {
                    return Optional.empty();
                }
                System.arraycopy(v4.get(), 0, bytes, length, V4_BYTES);
                length += V4_BYTES;
            } else {
                int group = number(parts[i], 16, 4);
                if (group < 0) {
                    return Optional.empty();
                }
                bytes[length++] = (byte) (group >> Byte.SIZE);
                bytes[length++] = (byte) group;
            }
        }
        return Optional.of(Arrays.copyOf(bytes, length));
    }

    private static byte[] unmapped(byte[] address) {
        for (int i = 0; i < 10; i++) {
            if (address[i] != 0) {
                return address;
            }
        }
        boolean isMapped = address[10] == (byte) 0xFF && address[11] == (byte) 0xFF;
        return isMapped ? Arrays.copyOfRange(address, V6_BYTES - V4_BYTES, V6_BYTES) : address;
    }

    private static int number(String digits, int radix, int lengthMax) {
        if (digits.isEmpty() || digits.length() > lengthMax) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < digits.length(); i++) {
            char character = digits.charAt(i);
            int digit = character < 128 ? Character.digit(character, radix) : -1;
            if (digit < 0) {
                return -1;
            }
            number = number * radix + digit;
        }
        return number;
    }
}
