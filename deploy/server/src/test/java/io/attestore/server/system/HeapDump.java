package io.attestore.server.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Looks through all bytes of a heap dump once. */
final class HeapDump {

    private static final int BLOCK_BYTES = 1 << 20;

    private HeapDump() {}

    /**
     * How often values stand in a dump, of those that do: as bytes of Latin-1, which is how both byte arrays and Strings
     * hold them.
     */
    static Map<String, Integer> copies(Path dump, String... values) throws IOException {
        Map<String, Integer> found = new TreeMap<>();
        int overlap = List.of(values).stream().mapToInt(String::length).max().orElseThrow() - 1;
        try (InputStream in = Files.newInputStream(dump)) {
            String before = "";
            for (byte[] block = in.readNBytes(BLOCK_BYTES); block.length > 0; block = in.readNBytes(BLOCK_BYTES)) {
                String text = before + new String(block, ISO_8859_1);
                for (String value : values) {
                    int counted = before.length() - value.length();
                    for (int at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
                        if (at > counted) {
                            found.merge(value, 1, Integer::sum);
                        }
                    }
                }
                before = text.substring(Math.max(0, text.length() - overlap));
            }
        }
        return found;
    }
}
