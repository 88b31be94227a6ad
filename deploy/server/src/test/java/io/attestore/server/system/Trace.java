package io.attestore.server.system;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A secret in the forms in which it could have been left behind: as it is, in UTF-16, in hexadecimal, in base64 at any
 * alignment and escaped for JSON. Latin-1 texts stand for bytes, one character each, for Java searches those fastest.
 */
final class Trace {

    private final String name;
    private final Map<String, String> forms = new LinkedHashMap<>();

    private Trace(String name) {
        this.name = name;
    }

    static Trace of(String name, byte[] secret) {
        Trace trace = new Trace(name);
        trace.addForms(secret);
        return trace;
    }

    static Trace of(String name, String secret) {
        Trace trace = of(name, secret.getBytes(StandardCharsets.UTF_8));
        trace.add("UTF-16 little-endian", secret.getBytes(StandardCharsets.UTF_16LE));
        trace.add("UTF-16 big-endian", secret.getBytes(StandardCharsets.UTF_16BE));
        trace.forms.put("JSON", escaped(secret, "\\u%04x"));
        trace.forms.put("JSON in capitals", escaped(secret, "\\u%04X"));
        return trace;
    }

    /** Which form of it is in these bytes, one character each, if one is. */
    private Optional<String> in(String text) {
        return forms.entrySet().stream()
                .filter(form -> text.contains(form.getValue()))
                .map(form -> name + " (" + form.getKey() + ")")
                .findFirst();
    }

    static List<String> in(byte[] bytes, List<Trace> traces) {
        return in(new String(bytes, StandardCharsets.ISO_8859_1), traces);
    }

    /** What is in bytes that were read as Latin-1. */
    static List<String> in(String latin1, List<Trace> traces) {
        return traces.stream().flatMap(trace -> trace.in(latin1).stream()).toList();
    }

    private void addForms(byte[] secret) {
        add("as it is", secret);
        String hexadecimal = HexFormat.of().formatHex(secret);
        forms.put("hexadecimal", hexadecimal);
        forms.put("hexadecimal in capitals", hexadecimal.toUpperCase(Locale.ROOT));
        for (int precedingBytes = 0; precedingBytes < 3; precedingBytes++) {
            String base64 = base64(secret, precedingBytes);
            forms.put("base64 after " + precedingBytes, base64);
            forms.put(
                    "base64url after " + precedingBytes,
                    base64.replace('+', '-').replace('/', '_'));
        }
    }

    private void add(String form, byte[] bytes) {
        forms.put(form, new String(bytes, StandardCharsets.ISO_8859_1));
    }

    /** The digits that are the secret's alone, whatever stands before and after it. */
    private static String base64(byte[] secret, int precedingBytes) {
        byte[] padded = new byte[precedingBytes + secret.length];
        System.arraycopy(secret, 0, padded, precedingBytes, secret.length);
        int from = (precedingBytes * 8 + 5) / 6;
        int to = padded.length * 8 / 6;
        return Base64.getEncoder().encodeToString(padded).substring(from, to);
    }

    private static String escaped(String secret, String format) {
        List<String> characters = new ArrayList<>();
        secret.chars()
                .forEach(character ->
                        characters.add(character < 0x80 ? Character.toString(character) : format.formatted(character)));
        return String.join("", characters);
    }
}
