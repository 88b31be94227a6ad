package io.attestore.server.http.connection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.server.http.connection.RequestScanner.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestScannerTest {

    private static final int HEAD_MAX = 200;
    private static final int BODY_MAX = 100;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nhost: x\r\n\r\n",
                "\r\n\r\nGET / HTTP/1.1\r\nhost: x\r\n\r\n",
                "GET / HTTP/1.1\nhost: x\n\n",
                "GET HTTP://x/ HTTP/1.1\r\nhost: x\r\n\r\n",
                "get https://x?y HTTP/1.1\r\nhost: x\r\n\r\n",
                "GET / HTTP/9.9\r\n\r\n",
                "POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\n\r\nhello",
                "POST / HTTP/1.1\r\nContent-Length:5 \r\nx: y\r\n\r\nhello",
                "POST / HTTP/1.1\r\ncontent-length: 0\r\n\r\n",
                "POST / HTTP/1.1\r\nTransfer-Encoding: Chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
                "POST / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n5;x=y\r\nhel\no\r\nA\r\n0123456789\r\n0\r\nt: u\r\n\r\n"
            })
    void a_request_ends_where_its_last_byte_is_and_not_before_however_it_comes(String text) {
        RequestScanner byBytes = scanner();
        byte[] bytes = (text + "GET / HTTP/1.1\r\n").getBytes(ISO_8859_1);
        for (int count = 1; count < text.length(); count++) {
            assertThat(byBytes.scan(bytes, count)).as("after " + count).isEqualTo(State.PART);
        }
        assertThat(byBytes.scan(bytes, text.length())).isEqualTo(State.WHOLE);
        assertThat(byBytes.end()).isEqualTo(text.length());

        RequestScanner atOnce = scanner();
        assertThat(atOnce.scan(bytes, bytes.length)).isEqualTo(State.WHOLE);
        assertThat(atOnce.end()).isEqualTo(text.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0016\u0003\u0001",
                "GET /\u0000 HTTP/1.1\r\n",
                "OPTIONS * HTTP/1.1\r\n",
                "PRI * HTTP/2.0\r\n",
                "CONNECT example.com:443 HTTP/1.1\r\n",
                "GET example.com HTTP/1.1\r\n",
                "GET ftp://example.com/ HTTP/1.1\r\n",
                "GET HTTP/1.1\r\n",
                "GET  HTTP/1.1\r\n",
                "GET  / HTTP/1.1\r\n",
                "GET\t/ HTTP/1.1\r\n",
                "GET / HTTP/1.1 \r\n",
                "GET / http/1.1\r\n",
                "GET /\r\n",
                "GET\r\n",
                " / HTTP/1.1\r\n",
                "POST / HTTP/1.1\r\ncontent-length: 1\r\ncontent-length: 1\r\n\r\n",
                "POST / HTTP/1.1\r\ncontent-length: 1, 1\r\n\r\n",
                "POST / HTTP/1.1\r\ncontent-length: -1\r\n\r\n",
                "POST / HTTP/1.1\r\ncontent-length: +1\r\n\r\n",
                "POST / HTTP/1.1\r\ncontent-length: \r\n\r\n",
                "POST / HTTP/1.1\r\ncontent-length : 1\r\n\r\n",
                "POST / HTTP/1.1\r\ncontent-length: 101\r\n\r\n",
                "POST / HTTP/1.1\r\ncontent-length: 99999999999\r\n\r\n",
                "POST / HTTP/1.1\r\ntransfer-encoding: chunked\r\ncontent-length: 1\r\n\r\n",
                "POST / HTTP/1.1\r\ntransfer-encoding: chunked\r\ntransfer-encoding: chunked\r\n\r\n",
                "POST / HTTP/1.1\r\ntransfer-encoding: gzip, chunked\r\n\r\n",
                "POST / HTTP/1.1\r\ntransfer-encoding : chunked\r\n\r\n",
                "POST / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n\r\n",
                "POST / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\nx\r\n",
                "POST / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n-1\r\n",
                "POST / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\nffffffff\r\n",
                "POST / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n1\r\nhello\r\n"
            })
    void what_could_be_read_in_two_ways_is_unclear(String text) {
        byte[] bytes = text.getBytes(ISO_8859_1);
        assertThat(scanner().scan(bytes, bytes.length)).isEqualTo(State.UNCLEAR);
    }

    @Test
    void what_is_longer_than_its_limit_is_unclear_whatever_follows() {
        assertThat(scan("GET / HTTP/1.1\r\nx: " + "y".repeat(HEAD_MAX))).isEqualTo(State.UNCLEAR);
        assertThat(scan("POST / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\nfff\r\n"
                        + "y".repeat(BODY_MAX + HEAD_MAX)))
                .isEqualTo(State.UNCLEAR);
        assertThat(scan("POST / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n" + "1\r\nx\r\n".repeat(BODY_MAX)))
                .isEqualTo(State.UNCLEAR);
        assertThat(scan("POST / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n" + "x: y\r\n".repeat(HEAD_MAX)))
                .isEqualTo(State.UNCLEAR);
    }

    @Test
    void it_hears_where_a_request_was_forwarded_from_and_whether_the_client_waits_for_a_word() {
        byte[] bytes =
                "POST / HTTP/1.1\r\nX-Forwarded-For: a, b\r\nExpect: 100-Continue\r\nx-forwarded-for: c\r\ncontent-length: 1\r\n\r\n"
                        .getBytes(ISO_8859_1);
        RequestScanner scanner = scanner();
        assertThat(scanner.scan(bytes, bytes.length)).isEqualTo(State.PART);
        assertThat(scanner.forwardedFor()).isEqualTo(List.of("a, b", "c"));
        assertThat(scanner.expectsContinue()).isTrue();
        assertThat(scanner.hasWholeHead()).isTrue();
    }

    @Test
    void only_a_client_that_knows_of_the_word_is_told_it() {
        byte[] bytes = "POST / HTTP/1.0\r\nExpect: 100-continue\r\ncontent-length: 1\r\n\r\n".getBytes(ISO_8859_1);
        RequestScanner scanner = scanner();
        assertThat(scanner.scan(bytes, bytes.length)).isEqualTo(State.PART);
        assertThat(scanner.expectsContinue()).isFalse();
    }

    @Test
    void a_request_is_the_last_one_if_it_says_so_or_is_of_an_old_client() {
        assertThat(mayBeFollowed("GET / HTTP/1.1\r\nhost: close\r\n\r\n")).isTrue();
        assertThat(mayBeFollowed("GET / HTTP/1.1\r\nconnection: keep-alive\r\n\r\n"))
                .isTrue();
        assertThat(mayBeFollowed("GET / HTTP/1.1\r\nhost: x\r\nConnection: x, Close\r\n\r\n"))
                .isFalse();
        assertThat(mayBeFollowed("GET / HTTP/1.0\r\nhost: x\r\n\r\n")).isFalse();
    }

    @Test
    void empty_lines_are_no_beginning() {
        for (String blank : List.of("", "\r", "\n", "\r\n", "\r\n\r", "\r\n\n")) {
            assertThat(hasBegun(blank)).as(blank).isFalse();
        }
        for (String begun : List.of("G", "\r\nG", "\rG", "GET / HTTP/1.1\r\n")) {
            assertThat(hasBegun(begun)).as(begun).isTrue();
        }
    }

    private static boolean hasBegun(String text) {
        byte[] bytes = text.getBytes(ISO_8859_1);
        RequestScanner scanner = scanner();
        scanner.scan(bytes, bytes.length);
        return scanner.hasBegun(bytes, bytes.length);
    }

    private static boolean mayBeFollowed(String text) {
        byte[] bytes = text.getBytes(ISO_8859_1);
        RequestScanner scanner = scanner();
        assertThat(scanner.scan(bytes, bytes.length)).isEqualTo(State.WHOLE);
        return scanner.mayBeFollowed(bytes);
    }

    private static State scan(String text) {
        return scanner().scan(text.getBytes(ISO_8859_1), text.length());
    }

    private static RequestScanner scanner() {
        return new RequestScanner(HEAD_MAX, BODY_MAX);
    }
}
