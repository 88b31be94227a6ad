package io.attestore.server.http.connection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.server.http.connection.ReadAhead.Arrival;
import io.attestore.server.http.share.BodyMemory;
import io.attestore.server.http.source.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReadAheadTest {

    private static final Source SOURCE = new Source("192.0.2.1", false);
    private static final int MEMORY = 30_000;

    private final Wire wire = new Wire();
    private final BodyMemory memory = new BodyMemory(MEMORY, 100);
    private final BufferPool pool = new BufferPool(2);
    private final ReadAhead ahead =
            new ReadAhead(wire, new RequestLimits(1_000, 100_000, Duration.ofSeconds(1)), pool, memory.lease(SOURCE));

    @Test
    void nothing_is_given_until_a_request_is_whole() throws Exception {
        assertThat(ahead.receive()).isEqualTo(Arrival.NOTHING);
        wire.says("POST / HTTP/1.1\r\nhost: x\r\ncontent-len");
        assertThat(ahead.receive()).isEqualTo(Arrival.PART);
        assertThat(given()).isEmpty();
        wire.says("gth: 5\r\n\r\nhel");
        assertThat(ahead.receive()).isEqualTo(Arrival.PART);
        assertThat(ahead.hasWholeHead()).isTrue();
        assertThat(given()).isEmpty();
        wire.says("lo");
        assertThat(ahead.receive()).isEqualTo(Arrival.WHOLE);
        assertThat(given()).isEqualTo("POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\n\r\nhello");
        assertThat(given()).isEmpty();
        assertThat(ahead.next()).isFalse();
        assertThat(ahead.isEmpty()).isTrue();
    }

    @Test
    void what_follows_a_request_is_the_next_one() throws Exception {
        wire.says(request("first") + request("second") + "GET / HT");
        assertThat(ahead.receive()).isEqualTo(Arrival.WHOLE);
        assertThat(given()).isEqualTo(request("first"));
        assertThat(ahead.next()).isTrue();
        assertThat(ahead.receive()).isEqualTo(Arrival.WHOLE);
        assertThat(given()).isEqualTo(request("second"));
        assertThat(ahead.next()).isTrue();
        assertThat(ahead.receive()).isEqualTo(Arrival.PART);
    }

    @Test
    void nothing_follows_what_is_unclear() throws Exception {
        wire.says("GET / HTTP/1.1\r\ncontent-length: x\r\n" + request("hidden"));
        assertThat(ahead.receive()).isEqualTo(Arrival.UNCLEAR);
        assertThat(given()).startsWith("GET / HTTP/1.1\r\ncontent-length: x\r\n");
        assertThat(ahead.give(ByteBuffer.allocate(10))).isEqualTo(-1);
    }

    @Test
    void one_that_is_cut_off_is_given_as_it_is() throws Exception {
        wire.says("POST / HTTP/1.1\r\ncontent-length: 5\r\n\r\nhe");
        wire.ends();
        assertThat(ahead.receive()).isEqualTo(Arrival.UNCLEAR);
        assertThat(given()).endsWith("he");
        assertThat(ahead.give(ByteBuffer.allocate(10))).isEqualTo(-1);
    }

    @Test
    void large_ones_take_memory_for_what_has_come_and_give_it_back() throws Exception {
        wire.says("POST / HTTP/1.1\r\ncontent-length: 90000\r\n\r\n" + "x".repeat(9_000));
        assertThat(ahead.receive()).isEqualTo(Arrival.PART);
        assertThat(memory.lease(SOURCE).growTo(MEMORY)).isFalse();
        wire.says("x".repeat(40_000));
        assertThat(ahead.receive()).isEqualTo(Arrival.NO_ROOM);
        ahead.close();
        assertThat(memory.lease(SOURCE).growTo(MEMORY)).isTrue();
    }

    @Test
    void what_was_handled_is_overwritten_before_another_connection_has_its_buffer() throws Exception {
        wire.says(request("secret"));
        assertThat(ahead.receive()).isEqualTo(Arrival.WHOLE);
        assertThat(given()).endsWith("secret");
        assertThat(ahead.next()).isFalse();
        assertThat(pool.take()).containsOnly(0);
    }

    @Test
    void what_was_handled_is_overwritten_also_when_less_follows_in_the_same_buffer() throws Exception {
        wire.says(request("secret") + "GET / HT");
        assertThat(ahead.receive()).isEqualTo(Arrival.WHOLE);
        assertThat(ahead.next()).isTrue();
        ahead.close();
        assertThat(pool.take()).containsOnly(0);
    }

    @Test
    void what_waits_for_its_turn_lets_go_of_the_buffer_which_is_overwritten() throws Exception {
        wire.says(request("secret"));
        assertThat(ahead.receive()).isEqualTo(Arrival.WHOLE);
        assertThat(ahead.keep()).isTrue();
        assertThat(pool.take()).containsOnly(0);
        assertThat(given()).isEqualTo(request("secret"));
    }

    @Test
    void empty_lines_before_a_request_are_nothing_of_it() throws Exception {
        for (String blank : new String[] {"\r\n", "\r", "\n", "\r\n\r\n"}) {
            wire.says(blank);
            assertThat(ahead.receive()).isEqualTo(Arrival.NOTHING);
            assertThat(ahead.isEmpty()).isTrue();
        }
        wire.says(request("after"));
        assertThat(ahead.receive()).isEqualTo(Arrival.WHOLE);
        assertThat(given()).isEqualTo(request("after"));
        assertThat(ahead.next()).isFalse();
        wire.says("\r\n");
        wire.ends();
        assertThat(ahead.receive()).isEqualTo(Arrival.END);
    }

    @Test
    void what_comes_after_the_last_answer_is_thrown_away_up_to_a_limit() throws Exception {
        wire.says("POST / HTTP/1.1\r\ncontent-length: 200000\r\n\r\n" + "x".repeat(9_000));
        assertThat(ahead.receive()).isEqualTo(Arrival.UNCLEAR);
        assertThat(ahead.isFollowed()).isTrue();
        ahead.awaitLastWords();
        assertThat(memory.lease(SOURCE).growTo(MEMORY)).isTrue();
        for (int megabytes = 0; megabytes < 8; megabytes++) {
            wire.says("x".repeat(1 << 20));
            assertThat(ahead.receive()).isEqualTo(Arrival.NOTHING);
        }
        wire.says("x".repeat(1 << 20));
        assertThat(ahead.receive()).isEqualTo(Arrival.END);
    }

    @Test
    void after_the_last_answer_the_end_is_the_end() throws Exception {
        ahead.awaitLastWords();
        wire.says("more");
        assertThat(ahead.receive()).isEqualTo(Arrival.NOTHING);
        wire.ends();
        assertThat(ahead.receive()).isEqualTo(Arrival.END);
    }

    private static String request(String body) {
        return "POST / HTTP/1.1\r\ncontent-length: " + body.length() + "\r\n\r\n" + body;
    }

    private String given() {
        ByteBuffer to = ByteBuffer.allocate(200_000);
        int given = ahead.give(to);
        return new String(to.array(), 0, Math.max(0, given), ISO_8859_1);
    }

    /** A socket that never waits. */
    private static final class Wire implements ReadableByteChannel {

        private ByteBuffer said = ByteBuffer.allocate(0);
        private boolean isEnded;

        void says(String text) {
            said = ByteBuffer.wrap(text.getBytes(ISO_8859_1));
        }

        void ends() {
            isEnded = true;
        }

        @Override
        public int read(ByteBuffer to) throws IOException {
            if (!said.hasRemaining()) {
                return isEnded ? -1 : 0;
            }
            int length = Math.min(said.remaining(), to.remaining());
            to.put(said.slice(said.position(), length));
            said.position(said.position() + length);
            return length;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
