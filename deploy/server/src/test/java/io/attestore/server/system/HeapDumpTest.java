package io.attestore.server.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeapDumpTest {

    private static final int BLOCK_BYTES = 1 << 20;

    @TempDir
    Path folder;

    @Test
    void each_copy_is_counted_once_wherever_it_stands_between_two_blocks() throws Exception {
        for (int at = BLOCK_BYTES - 12; at <= BLOCK_BYTES + 12; at++) {
            byte[] bytes = new byte[2 * BLOCK_BYTES + 100];
            put(bytes, 0, "a-value");
            put(bytes, at, "a-value");
            put(bytes, bytes.length - 12, "longer-value");
            Path dump = Files.write(folder.resolve("dump"), bytes);

            assertThat(HeapDump.copies(dump, "a-value", "longer-value", "another"))
                    .as("at " + at)
                    .isEqualTo(Map.of("a-value", 2, "longer-value", 1));
        }
    }

    private static void put(byte[] bytes, int at, String text) {
        System.arraycopy(text.getBytes(ISO_8859_1), 0, bytes, at, text.length());
    }
}
