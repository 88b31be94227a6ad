package io.attestore.contract.paging;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.cryptography.root.RootKey;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.Region;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class PageTokensTest {

    private static final AccountRegion HERE =
            new AccountRegion(new AccountId("111122223333"), new Region("eu-central-1"));
    private static final PageRequest REQUEST = request("ListKeys", HERE, "all");

    private final SecureRandom random = new SecureRandom();
    private final RootKey root = RootKey.generate(random);
    private final PageTokens tokens = new PageTokens(root.authenticator("paging"), random);

    @Property(tries = 200)
    void what_was_sealed_is_opened(@ForAll @StringLength(max = 300) String place) {
        String wellFormed = place.replaceAll("\\p{Cs}", "");

        assertThat(tokens.open(REQUEST, tokens.seal(REQUEST, wellFormed))).contains(wellFormed);
    }

    @Test
    void a_token_is_of_no_use_elsewhere() {
        String token = tokens.seal(REQUEST, "/prod/db");
        AccountRegion otherRegion = new AccountRegion(HERE.account(), new Region("eu-west-1"));
        AccountRegion otherAccount = new AccountRegion(new AccountId("444455556666"), HERE.region());

        assertThat(tokens.open(request("ListAliases", HERE, "all"), token)).isEmpty();
        assertThat(tokens.open(request("ListKeys", otherRegion, "all"), token)).isEmpty();
        assertThat(tokens.open(request("ListKeys", otherAccount, "all"), token)).isEmpty();
        assertThat(tokens.open(request("ListKeys", HERE, "some"), token)).isEmpty();
        assertThat(tokens.open(request("ListKeys", HERE), token)).isEmpty();
        assertThat(new PageTokens(root.authenticator("other"), random).open(REQUEST, token))
                .isEmpty();
    }

    @Test
    void members_do_not_run_into_one_another() {
        String token = tokens.seal(request("ListKeys", HERE, "ab", "c"), "/prod/db");

        assertThat(tokens.open(request("ListKeys", HERE, "a", "bc"), token)).isEmpty();
        assertThat(tokens.open(request("ListKeys", HERE, "abc"), token)).isEmpty();
    }

    @Test
    void neither_a_token_nor_its_length_tells_the_place() {
        String near = tokens.seal(REQUEST, "1.0");
        String far = tokens.seal(REQUEST, "1764500000.123456789.99");

        assertThat(near).hasSameSizeAs(far);
        assertThat(new String(Base64.getUrlDecoder().decode(far), ISO_8859_1)).doesNotContain("123456789");
        assertThat(tokens.seal(REQUEST, "1.0")).as("the same place again").isNotEqualTo(near);
    }

    @Test
    void every_character_of_a_token_counts() {
        String token = tokens.seal(REQUEST, "/prod/db");
        for (int i = 0; i < token.length(); i++) {
            for (char other : new char[] {'A', 'B', 'w', '_', '=', 'ä'}) {
                String changed = token.substring(0, i) + other + token.substring(i + 1);
                if (!changed.equals(token)) {
                    assertThat(tokens.open(REQUEST, changed)).isEmpty();
                }
            }
            assertThat(tokens.open(REQUEST, token.substring(0, i))).isEmpty();
        }
    }

    @Property(tries = 200)
    void any_other_text_is_no_token(@ForAll String text) {
        assertThat(tokens.open(REQUEST, text)).isEmpty();
    }

    /** Version 1: the version, the place in the clear, and an HMAC. */
    @Test
    void a_token_of_the_version_before_is_none() {
        byte[] before = Arrays.copyOf("\u0001/prod/db".getBytes(UTF_8), 200);

        assertThat(tokens.open(REQUEST, Base64.getUrlEncoder().withoutPadding().encodeToString(before)))
                .isEmpty();
    }

    @Test
    void a_place_has_a_limit() {
        String largest = "x".repeat(PageTokens.PLACE_BYTES_MAX);

        assertThat(tokens.open(REQUEST, tokens.seal(REQUEST, largest))).contains(largest);
        assertThatThrownBy(() -> tokens.seal(REQUEST, largest + "x")).isInstanceOf(IllegalArgumentException.class);
    }

    private static PageRequest request(String operation, AccountRegion where, String... members) {
        return new PageRequest(operation, where, List.of(members), 64);
    }
}
