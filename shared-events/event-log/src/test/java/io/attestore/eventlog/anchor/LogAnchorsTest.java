package io.attestore.eventlog.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.eventlog.table.LogHead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogAnchorsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("anchors");
    }

    @Test
    void anchors_are_read_back_in_their_order() {
        LogAnchors anchors = open();
        assertThat(anchors.newest()).isEmpty();
        LogAnchor first = anchors.append(head(1), NOON);
        LogAnchor second = anchors.append(head(2), NOON.plusNanos(1_999));

        LogAnchors reopened = open();
        assertThat(reopened.newest()).contains(second);
        List<LogAnchor> all = new ArrayList<>();
        reopened.forEach(all::add);
        assertThat(all).containsExactly(first, second);
    }

    @Test
    void a_changed_line_is_refused() throws IOException {
        open().append(head(10), NOON);
        Files.writeString(file, Files.readString(file).replace("v1 10 ", "v1 11 "));
        assertThatThrownBy(this::open).isInstanceOf(LogAnchorException.class).hasMessageContaining("position 11");
    }

    @Test
    void a_line_that_is_no_anchor_is_refused() throws IOException {
        Files.writeString(file, "nonsense\n");
        assertThatThrownBy(this::open).isInstanceOf(LogAnchorException.class);
        Files.writeString(file, "v1 x y z w\n");
        assertThatThrownBy(this::open).isInstanceOf(LogAnchorException.class);
    }

    @Test
    void a_line_that_was_not_finished_is_cut_off() throws IOException {
        LogAnchor first = open().append(head(1), NOON);
        Files.writeString(file, "v1 2 00", StandardOpenOption.APPEND);

        LogAnchors reopened = open();
        assertThat(reopened.newest()).contains(first);
        LogAnchor third = reopened.append(head(3), NOON);
        assertThat(open().newest()).contains(third);
    }

    private LogAnchors open() {
        return LogAnchors.open(file, LogAnchorsTest::mac);
    }

    private static LogHead head(int position) {
        byte[] hash = new byte[32];
        hash[0] = (byte) position;
        return new LogHead(position, hash);
    }

    private static byte[] mac(byte[] message) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update((byte) 42);
            return sha.digest(message);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
