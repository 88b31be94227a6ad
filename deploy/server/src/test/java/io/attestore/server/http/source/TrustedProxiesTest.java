package io.attestore.server.http.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

    private static final String PROXY = "10.0.0.1";

    private final TrustedProxies proxies = new TrustedProxies(List.of("10.0.0.0/8", "2001:db8::/32", "192.0.2.9"));

    @Test
    void without_trusted_proxies_whoever_connects_is_who_calls() {
        assertThat(new TrustedProxies(List.of()).client(address(PROXY), List.of("203.0.113.7")))
                .isEqualTo(address(PROXY));
    }

    @Test
    void a_peer_that_is_not_trusted_is_not_believed() {
        assertThat(client("192.0.2.8", "203.0.113.7")).isEqualTo("192.0.2.8");
    }

    @Test
    void a_trusted_proxy_says_who_its_peer_was() {
        assertThat(client(PROXY, "203.0.113.7")).isEqualTo("203.0.113.7");
        assertThat(client("192.0.2.9", "203.0.113.7")).isEqualTo("203.0.113.7");
        assertThat(client("2001:db8::1", "203.0.113.7")).isEqualTo("203.0.113.7");
    }

    @Test
    void what_stands_left_of_somebody_who_is_not_trusted_was_made_up_by_him() {
        assertThat(client(PROXY, "127.0.0.1, 10.9.9.9, 203.0.113.7, 10.0.0.2")).isEqualTo("203.0.113.7");
        assertThat(client(PROXY, "127.0.0.1", "203.0.113.7")).isEqualTo("203.0.113.7");
    }

    @Test
    void a_chain_of_proxies_alone_ends_at_the_first_of_them() {
        assertThat(client(PROXY, "10.0.0.3, 10.0.0.2")).isEqualTo("10.0.0.3");
        assertThat(client(PROXY)).isEqualTo(PROXY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "unknown",
                "localhost",
                "203.0.113",
                "203.0.113.07",
                "203.0.113.256",
                "0xcb.0.113.7",
                "3405803783",
                "203.0.113.7.8",
                "203.0.113.7:",
                "203.0.113.7:x",
                "203.0.113.7 evil",
                "[2001:db9::1",
                "[2001:db9::1]x",
                "2001:db9::1%eth0",
                "2001:db9::1::2",
                "::ffff:1.2.3.4.5",
                "٢٠٣.0.113.7",
                "203.0.113.7\u0000",
                "${jndi:ldap://x}"
            })
    void what_is_no_address_leaves_the_proxy_that_said_it(String hostile) {
        assertThat(client(PROXY, hostile)).isEqualTo(PROXY);
        assertThat(client(PROXY, "203.0.113.7, " + hostile)).isEqualTo(PROXY);
        assertThat(client(PROXY, hostile + ", 10.0.0.2")).isEqualTo("10.0.0.2");
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7:8080, 203.0.113.7",
        "[2001:db9::1], 2001:db9:0:0:0:0:0:1",
        "[2001:DB9::1]:443, 2001:db9:0:0:0:0:0:1",
        "2001:db9::1, 2001:db9:0:0:0:0:0:1",
        "::ffff:203.0.113.7, 203.0.113.7"
    })
    void addresses_come_in_several_forms(String written, String meant) {
        assertThat(client(PROXY, written)).isEqualTo(meant);
    }

    @Test
    void a_very_long_header_is_not_followed_to_its_end() {
        assertThat(client(PROXY, "203.0.113.7, " + "10.0.0.2, ".repeat(5_000) + "10.0.0.2"))
                .isEqualTo("10.0.0.2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "proxy.example",
                "10.0.0.0/33",
                "10.0.0.0/",
                "10.0.0.0/x",
                "10.0.0.1/8",
                "10.0.0.0/-1",
                "::/129"
            })
    void what_is_no_network_is_refused(String text) {
        assertThatThrownBy(() -> new TrustedProxies(List.of(text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }

    @Test
    void shares_are_counted_by_address_and_for_IPv6_by_the_network_of_a_customer() {
        assertThat(proxies.peer(address("203.0.113.7"))).isEqualTo(new Source("203.0.113.7", false));
        assertThat(proxies.peer(address("2001:db9::1"))).isEqualTo(proxies.peer(address("2001:db9::2:3:4:5")));
        assertThat(proxies.peer(address("2001:db9::1"))).isNotEqualTo(proxies.peer(address("2001:db9:0:1::1")));
        assertThat(proxies.peer(address(PROXY)).isProxy()).isTrue();
    }

    private String client(String peer, String... forwardedFor) {
        return proxies.client(address(peer), List.of(forwardedFor)).getHostAddress();
    }

    private static InetAddress address(String text) {
        return IpAddress.parse(text).orElseThrow();
    }
}
