package io.attestore.server.http.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.server.http.source.Source;
import org.junit.jupiter.api.Test;

class SharesTest {

    private static final Source PROXY = new Source("192.0.2.1", true);

    @Test
    void those_who_hold_much_are_found_among_ten_thousand_who_hold_little() {
        Shares shares = new Shares(100_000, 25);
        for (int i = 0; i < 10_000; i++) {
            assertThat(shares.tryTake(source(i), 1)).isTrue();
        }
        take(shares, source(7), 20_000);
        take(shares, source(8), 30_000);
        take(shares, PROXY, 20_000);
        assertThat(shares.largest()).containsExactly(source(8), source(7));

        shares.giveBack(source(8), 29_900);
        assertThat(shares.largest()).containsExactly(source(7));
    }

    @Test
    void there_are_at_most_so_many_of_them_whatever_is_held() {
        Shares shares = new Shares(20_000, 25);
        for (int i = 0; i < 256; i++) {
            take(shares, source(i), 20_000 / 256);
        }
        assertThat(shares.largest()).hasSize(256);
        take(shares, source(256), 20_000 % 256);
        assertThat(shares.isFull()).isTrue();
        assertThat(shares.largest()).hasSize(256);
    }

    @Test
    void what_goes_beyond_a_share_is_at_ones_own_cost() {
        Shares shares = new Shares(8, 25);
        assertThat(shares.holdsItsShare(source(1))).isFalse();
        take(shares, source(1), 1);
        assertThat(shares.holdsItsShare(source(1))).isFalse();
        take(shares, source(1), 1);
        assertThat(shares.holdsItsShare(source(1))).isTrue();
        take(shares, PROXY, 4);
        assertThat(shares.holdsItsShare(PROXY)).isFalse();
    }

    private static void take(Shares shares, Source source, long amount) {
        assertThat(shares.tryTake(source, amount)).isTrue();
    }

    private static Source source(int number) {
        return new Source("2001:db8:0:" + Integer.toHexString(number) + "::/64", false);
    }
}
