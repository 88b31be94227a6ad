package io.attestore.server.http.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceTest {

    @Test
    void anIpv4AddressIsASource() {
        assertThat(Source.ofAddress("192.0.2.1"))
                .isEqualTo(Source.ofAddress("192.0.2.1"))
                .isNotEqualTo(Source.ofAddress("192.0.2.2"));
    }

    @Test
    void allAddressesOfAnIpv6NetworkOf64BitsAreOneSource() {
        assertThat(Source.ofAddress("2001:db8:1:2::1"))
                .isEqualTo(Source.ofAddress("2001:db8:1:2:ffff:ffff:ffff:ffff"))
                .isNotEqualTo(Source.ofAddress("2001:db8:1:3::1"));
    }

    @Test
    void anIpv4AddressInIpv6FormIsTheIpv4Address() {
        assertThat(Source.ofAddress("::ffff:192.0.2.1")).isEqualTo(Source.ofAddress("192.0.2.1"));
    }

    @Test
    void whatIsNoAddressIsASourceByItsName() {
        assertThat(Source.ofAddress("unknown"))
                .isEqualTo(Source.ofAddress("unknown"))
                .isNotEqualTo(Source.ofAddress("other"));
        assertThat(Source.ofAddress("x".repeat(10_000)).name()).hasSize(64);
    }
}
