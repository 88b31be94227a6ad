package io.attestore.door.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.attestore.contract.output.WipingOutput;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.util.Arrays;

/**
 * Reads the data items of CBOR one after the other, where they are: each begins with a byte that has its major type in
 * the upper three bits and in the others a number below 24, or how many bytes of a number follow (24: 1, 25: 2, 26: 4,
 * 27: 8), or 31 for what goes on until a break. Takes every well-formed item of RFC 8949 within the limits, in
 * preferred form or not; text must be UTF-8. A CBOR library would make Strings and buffers of what may be secret.
 *
 * <p>Not for sharing between threads.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8949">RFC 8949: Concise Binary Object Representation</a>
 */
final class CborInput {

    static final int DEPTH_MAX = 32;
    static final int ITEMS_MAX = 100_000;

    /** What an item is. */
    enum Kind {
        WHOLE,
        FRACTION,
        BYTES,
        TEXT,
        LIST,
        MAP,
        TAG,
        TRUE,
        FALSE,
        /** Null or undefined. */
        NOTHING,
        /** A simple value without a meaning. */
        SIMPLE
    }

    private static final int BREAK = 0xFF;
    private static final int UNTIL_BREAK = 31;
    private static final int DECODED_AT_ONCE = 256;

    private final byte[] bytes;
    private int at;
    private int items;
    private int depth;

    private Kind kind = Kind.NOTHING;
    private boolean negative;
    private boolean untilBreak;
    /** What the first byte's number, or the bytes after it, say: a value, a size or a tag, unsigned. */
    private long argument;

    private double fraction;

    CborInput(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Goes to the next item. */
    Kind next() {
        if (++items > ITEMS_MAX) {
            throw malformed();
        }
        int first = (int) unsigned(1);
        int majorType = first >> 5;
        int additional = first & 0x1F;
        untilBreak = additional == UNTIL_BREAK;
        argument = untilBreak ? 0 : argument(additional);
        negative = majorType == 1;
        kind = switch (majorType) {
            case 0, 1 -> Kind.WHOLE;
            case 2 -> Kind.BYTES;
            case 3 -> Kind.TEXT;
            case 4 -> Kind.LIST;
            case 5 -> Kind.MAP;
            case 6 -> Kind.TAG;
            default -> simpleOrFraction(additional);
        };
        boolean mayGoOn = majorType >= 2 && majorType <= 5;
        if (untilBreak && !mayGoOn) {
            throw malformed();
        }
        return kind;
    }

    Kind kind() {
        return kind;
    }

    /** The number of the current tag, whose value is the next item. */
    long tag() {
        return argument;
    }

    /** @throws ArithmeticException if the current number has a fraction or is beyond a long */
    long whole() {
        if (kind == Kind.WHOLE) {
            if (argument < 0) {
                throw new ArithmeticException("Beyond a long");
            }
            return negative ? -1 - argument : argument;
        }
        if (!Double.isFinite(fraction)) {
            throw new ArithmeticException("Not finite");
        }
        return new BigDecimal(fraction).longValueExact();
    }

    /** The current number, rounded if it must be; possibly infinite or not a number. */
    double number() {
        if (kind == Kind.FRACTION) {
            return fraction;
        }
        double magnitude = argument >= 0 ? argument : ((argument >>> 1) | (argument & 1)) * 2.0;
        return negative ? -1 - magnitude : magnitude;
    }

    /** The content of the current string, text as UTF-8: a copy, which is the caller's to wipe. */
    byte[] string(int bytesMax) {
        if (!untilBreak) {
            int start = skipString(bytesMax);
            return Arrays.copyOfRange(bytes, start, at);
        }
        Kind ofAll = kind;
        int left = bytesMax;
        boolean complete = false;
        WipingOutput joined = new WipingOutput();
        try {
            while (!isAtBreak()) {
                if (next() != ofAll || untilBreak) {
                    throw malformed();
                }
                int start = skipString(left);
                joined.write(bytes, start, at - start);
                left -= at - start;
            }
            complete = true;
            return joined.take();
        } finally {
            if (!complete) {
                Arrays.fill(joined.take(), (byte) 0);
            }
        }
    }

    /** Steps into the current list or map. How many items or pairs it has; negative if only its end tells. */
    long open() {
        descend();
        if (untilBreak) {
            return -1;
        }
        if (argument < 0 || argument > bytes.length - at) {
            throw malformed();
        }
        return argument;
    }

    /** Whether the open list or map has more, when so many are left; if not, it is closed. */
    boolean more(long left) {
        boolean more = left < 0 ? !isAtBreak() : left > 0;
        if (!more) {
            depth--;
        }
        return more;
    }

    /** Goes over the current item and all that is in it. */
    void skip() {
        switch (kind) {
            case BYTES, TEXT -> Arrays.fill(string(Integer.MAX_VALUE), (byte) 0);
            case LIST -> skipItems(1);
            case MAP -> skipItems(2);
            case TAG -> {
                descend();
                next();
                skip();
                depth--;
            }
            case WHOLE, FRACTION, TRUE, FALSE, NOTHING, SIMPLE -> {}
        }
    }

    /** @throws MalformedInputException if there is anything left */
    void requireEnd() {
        if (at != bytes.length) {
            throw new MalformedInputException("Unexpected content after the end of the CBOR document.");
        }
    }

    private void skipItems(int each) {
        for (long left = open(); more(left); left--) {
            for (int i = 0; i < each; i++) {
                next();
                skip();
            }
        }
    }

    private void descend() {
        if (++depth > DEPTH_MAX) {
            throw malformed();
        }
    }

    private boolean isAtBreak() {
        boolean isBreak = at < bytes.length && Byte.toUnsignedInt(bytes[at]) == BREAK;
        if (isBreak) {
            at++;
        }
        return isBreak;
    }

    /** Goes over a string, or a piece of one, that tells its size, and returns where its content begins. */
    private int skipString(int bytesMax) {
        if (argument < 0 || argument > Math.min(bytesMax, bytes.length - at)) {
            throw malformed();
        }
        int start = at;
        at += (int) argument;
        if (kind == Kind.TEXT) {
            requireUtf8(start);
        }
        return start;
    }

    /** Strictly: no surrogates, nothing longer than it need be. */
    private void requireUtf8(int start) {
        CharsetDecoder decoder = UTF_8.newDecoder();
        ByteBuffer encoded = ByteBuffer.wrap(bytes, start, at - start);
        CharBuffer decoded = CharBuffer.allocate(Math.min(DECODED_AT_ONCE, at - start + 1));
        try {
            CoderResult result;
            do {
                result = decoder.decode(encoded, decoded.clear(), true);
            } while (result.isOverflow());
            if (result.isError()) {
                throw malformed();
            }
        } finally {
            Arrays.fill(decoded.array(), '\0');
        }
    }

    private long argument(int additional) {
        return switch (additional) {
            case 24 -> unsigned(1);
            case 25 -> unsigned(2);
            case 26 -> unsigned(4);
            case 27 -> unsigned(8);
            case 28, 29, 30 -> throw malformed();
            default -> additional;
        };
    }

    private Kind simpleOrFraction(int additional) {
        return switch (additional) {
            case 20 -> Kind.FALSE;
            case 21 -> Kind.TRUE;
            case 22, 23 -> Kind.NOTHING;
            case 24 -> {
                if (argument < 32) {
                    throw malformed(); // RFC 8949, section 3.3: it would be the same as a shorter one
                }
                yield Kind.SIMPLE;
            }
            case 25 -> fraction(Float.float16ToFloat((short) argument));
            case 26 -> fraction(Float.intBitsToFloat((int) argument));
            case 27 -> fraction(Double.longBitsToDouble(argument));
            default -> Kind.SIMPLE;
        };
    }

    private Kind fraction(double value) {
        fraction = value;
        return Kind.FRACTION;
    }

    private long unsigned(int length) {
        if (bytes.length - at < length) {
            throw malformed();
        }
        long value = 0;
        for (int i = 0; i < length; i++) {
            value = value << 8 | Byte.toUnsignedLong(bytes[at++]);
        }
        return value;
    }

    private static MalformedInputException malformed() {
        return new MalformedInputException("The request body is not well-formed CBOR or is too large.");
    }
}
