package io.attestore.server.http.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceTest {

    @Test
    void an_ipv4_address_is_a_source() {
        assertThat(Source.ofAddress("192.0.2.1"))
                .isEqualTo(Source.ofAddress("192.0.2.1"))
                .isNotEqualTo(Source.ofAddress("192.0.2.2"));
    }

    @Test
    void all_addresses_of_an_ipv6_network_of64_bits_are_one_source() {
        assertThat(Source.ofAddress("2001:db8:1:2::1"))
                .isEqualTo(Source.ofAddress("2001:db8:1:2:ffff:ffff:ffff:ffff"))
                .isNotEqualTo(Source.ofAddress("2001:db8:1:3::1"));
    }

    @Test
    void an_ipv4_address_in_ipv6_form_is_the_ipv4_address() {
        assertThat(Source.ofAddress("::ffff:192.0.2.1")).isEqualTo(Source.ofAddress("192.0.2.1"));
    }

    @Test
    void what_is_no_address_is_a_source_by_its_name() {
        assertThat(Source.ofAddress("unknown"))
                .isEqualTo(Source.ofAddress("unknown"))
                .isNotEqualTo(Source.ofAddress("other"));
        assertThat(Source.ofAddress("x".repeat(10_000)).name()).hasSize(64);
    }
}
