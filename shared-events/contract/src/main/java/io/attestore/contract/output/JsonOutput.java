package io.attestore.contract.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Base64;

/**
 * Writes JSON (RFC 8259) as UTF-8, without white space, straight into memory that is wiped: a JSON library would keep
 * copies of a secret in buffers of its own, and makes more of them than an answer has bytes. Escapes what must be
 * escaped and no more. Half of a surrogate pair becomes a question mark.
 *
 * <p>Whoever calls keeps the order: a name before each value of an object, an end for each start. Not for sharing
 * between threads.
 */
public final class JsonOutput {

    private static final byte[] HEX = "0123456789ABCDEF".getBytes(UTF_8);

    private final WipingOutput output = new WipingOutput();

    /** Whether a comma must stand before the next name or value. */
    private boolean separate;

    public void startObject() {
        start('{');
    }

    public void endObject() {
        end('}');
    }

    public void startArray() {
        start('[');
    }

    public void endArray() {
        end(']');
    }

    /** The name of a member, whose value must follow. */
    public void name(String name) {
        text(name);
        output.write(':');
        separate = false;
    }

    public void text(String value) {
        text(value.getBytes(UTF_8));
    }

    /** A string given as UTF-8; wiping the array stays with the caller. */
    public void text(byte[] utf8) {
        separate();
        output.write('"');
        escaped(utf8);
        output.write('"');
    }

    /** A string of padded base64; wiping the array stays with the caller. */
    public void base64(byte[] bytes) {
        separate();
        output.write('"');
        byte[] encoded = Base64.getEncoder().encode(bytes);
        output.write(encoded);
        Arrays.fill(encoded, (byte) 0);
        output.write('"');
    }

    public void number(long value) {
        plain(Long.toString(value));
    }

    /** Without an exponent. */
    public void number(BigDecimal value) {
        plain(value.toPlainString());
    }

    public void flag(boolean value) {
        plain(Boolean.toString(value));
    }

    /** The bytes, which are the caller's to wipe; nothing of them is left here. */
    public byte[] take() {
        separate = false;
        return output.take();
    }

    private void start(char bracket) {
        separate();
        output.write(bracket);
        separate = false;
    }

    private void end(char bracket) {
        output.write(bracket);
        separate = true;
    }

    private void plain(String value) {
        separate();
        output.write(value.getBytes(UTF_8));
    }

    private void separate() {
        if (separate) {
            output.write(',');
        }
        separate = true;
    }

    /** Copies what needs no escape in one piece. */
    private void escaped(byte[] utf8) {
        int copied = 0;
        for (int i = 0; i < utf8.length; i++) {
            byte each = utf8[i];
            boolean plain = each < 0 || (each >= ' ' && each != '"' && each != '\\');
            if (!plain) {
                output.write(utf8, copied, i - copied);
                escape(each);
                copied = i + 1;
            }
        }
        output.write(utf8, copied, utf8.length - copied);
    }

    private void escape(byte character) {
        output.write('\\');
        switch (character) {
            case '"', '\\' -> output.write(character);
            case '\b' -> output.write('b');
            case '\t' -> output.write('t');
            case '\n' -> output.write('n');
            case '\f' -> output.write('f');
            case '\r' -> output.write('r');
            default -> {
                output.write('u');
                output.write('0');
                output.write('0');
                output.write(HEX[character >> 4]);
                output.write(HEX[character & 0xf]);
            }
        }
    }
}
