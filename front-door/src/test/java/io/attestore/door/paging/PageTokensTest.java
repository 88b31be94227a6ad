package io.attestore.door.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.cryptography.root.RootKey;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.Region;
import java.security.SecureRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class PageTokensTest {

    private static final AccountRegion HERE =
            new AccountRegion(new AccountId("111122223333"), new Region("eu-central-1"));

    private final RootKey root = RootKey.generate(new SecureRandom());
    private final PageTokens tokens = new PageTokens(root.authenticator("paging"));

    @Property(tries = 200)
    void whatWasSealedIsOpened(@ForAll @StringLength(max = 300) String payload) {
        String wellFormed = payload.replaceAll("\\p{Cs}", "");

        assertThat(tokens.open("ListKeys", HERE, tokens.seal("ListKeys", HERE, wellFormed)))
                .contains(wellFormed);
    }

    @Test
    void aTokenIsOfNoUseElsewhere() {
        String token = tokens.seal("ListKeys", HERE, "/prod/db");
        AccountRegion otherRegion = new AccountRegion(HERE.account(), new Region("eu-west-1"));
        AccountRegion otherAccount = new AccountRegion(new AccountId("444455556666"), HERE.region());

        assertThat(tokens.open("ListAliases", HERE, token)).isEmpty();
        assertThat(tokens.open("ListKeys", otherRegion, token)).isEmpty();
        assertThat(tokens.open("ListKeys", otherAccount, token)).isEmpty();
        assertThat(new PageTokens(root.authenticator("other")).open("ListKeys", HERE, token))
                .isEmpty();
    }

    @Test
    void everyCharacterOfATokenCounts() {
        String token = tokens.seal("ListKeys", HERE, "/prod/db");
        for (int i = 0; i < token.length(); i++) {
            for (char other : new char[] {'A', 'B', 'w', '_', '=', 'ä'}) {
                String changed = token.substring(0, i) + other + token.substring(i + 1);
                if (!changed.equals(token)) {
                    assertThat(tokens.open("ListKeys", HERE, changed)).isEmpty();
                }
            }
            assertThat(tokens.open("ListKeys", HERE, token.substring(0, i))).isEmpty();
        }
    }

    @Property(tries = 200)
    void anyOtherTextIsNoToken(@ForAll String text) {
        assertThat(tokens.open("ListKeys", HERE, text)).isEmpty();
    }

    @Test
    void aPayloadHasALimit() {
        String largest = "x".repeat(PageTokens.PAYLOAD_BYTES_MAX);

        assertThat(tokens.open("ListKeys", HERE, tokens.seal("ListKeys", HERE, largest)))
                .contains(largest);
        assertThatThrownBy(() -> tokens.seal("ListKeys", HERE, largest + "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
