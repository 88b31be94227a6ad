package io.attestore.eventlog.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The format of the hash is fixed: these values must never change. */
class HashChainTest {

    private static final UUID ID = UUID.fromString("01234567-89ab-cdef-0123-456789abcdef");
    private static final EventContent EVENT = event(List.of("b=2", "a=1"), "{}", "{\"x\":1}");

    @Test
    void the_format_is_the_one_that_is_documented() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(ID.getMostSignificantBits());
        out.writeLong(ID.getLeastSignificantBits());
        field(out, "test.Event");
        field(out, "1");
        out.writeLong(1_234_567_890_123_456L);
        out.writeInt(2);
        field(out, "a=1");
        field(out, "b=2");
        field(out, "{}");
        field(out, "{\"x\":1}");
        byte[] content = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        assertThat(HashChain.content(EVENT)).isEqualTo(content);

        ByteArrayOutputStream link = new ByteArrayOutputStream();
        DataOutputStream linkOut = new DataOutputStream(link);
        linkOut.write(new byte[32]);
        linkOut.writeLong(7);
        linkOut.write(content);
        assertThat(HashChain.next(new byte[32], 7, content))
                .isEqualTo(MessageDigest.getInstance("SHA-256").digest(link.toByteArray()));
    }

    @Test
    void the_values_are_frozen() {
        byte[] content = HashChain.content(EVENT);
        assertThat(HexFormat.of().formatHex(content))
                .isEqualTo("5426fe8075dd1a92befb6863e1d0914cab0ff86b7fbc7a6b20977dbc325ce4cc");
        assertThat(HexFormat.of().formatHex(HashChain.next(LogHead.EMPTY.hash(), 0, content)))
                .isEqualTo("4682f8fea48d020429821a5ee768b344297afc51cbc60a42f73e7c708ca64a37");
    }

    @Test
    void where_a_field_ends_matters() {
        assertThat(HashChain.content(event(List.of("a=1"), "{}x", "y")))
                .isNotEqualTo(HashChain.content(event(List.of("a=1"), "{}", "xy")));
        assertThat(HashChain.content(event(List.of(), "a", "b")))
                .isNotEqualTo(HashChain.content(event(List.of("a"), "", "b")));
    }

    @Test
    void a_row_follows_its_predecessor_only() {
        byte[] hash = HashChain.next(LogHead.EMPTY.hash(), 0, HashChain.content(EVENT));
        assertThat(HashChain.follows(LogHead.EMPTY, new LogRow(0, EVENT, hash, new byte[0])))
                .isTrue();
        assertThat(HashChain.follows(LogHead.EMPTY, new LogRow(1, EVENT, hash, new byte[0])))
                .isFalse();
        assertThat(HashChain.follows(new LogHead(-1, hash), new LogRow(0, EVENT, hash, new byte[0])))
                .isFalse();
    }

    private static EventContent event(List<String> tags, String metadata, String payload) {
        return new EventContent(
                ID,
                "test.Event",
                "1",
                1_234_567_890_123_456L,
                tags,
                metadata.getBytes(StandardCharsets.UTF_8),
                payload.getBytes(StandardCharsets.UTF_8));
    }

    private static void field(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
