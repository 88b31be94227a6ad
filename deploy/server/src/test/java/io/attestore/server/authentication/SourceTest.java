package io.attestore.server.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceTest {

    @Test
    void anIpv4AddressIsASource() {
        assertThat(Source.of("192.0.2.1")).isEqualTo(Source.of("192.0.2.1")).isNotEqualTo(Source.of("192.0.2.2"));
    }

    @Test
    void allAddressesOfAnIpv6NetworkOf64BitsAreOneSource() {
        assertThat(Source.of("2001:db8:1:2::1"))
                .isEqualTo(Source.of("2001:db8:1:2:ffff:ffff:ffff:ffff"))
                .isNotEqualTo(Source.of("2001:db8:1:3::1"));
    }

    @Test
    void anIpv4AddressInIpv6FormIsTheIpv4Address() {
        assertThat(Source.of("::ffff:192.0.2.1")).isEqualTo(Source.of("192.0.2.1"));
    }

    @Test
    void whatIsNoAddressIsASourceByItsName() {
        assertThat(Source.of("unknown")).isEqualTo(Source.of("unknown")).isNotEqualTo(Source.of("other"));
        assertThat(Source.of("x".repeat(10_000)).text()).hasSize(64);
    }
}
