package io.attestore.cryptography.root;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TokenCipherTest {

    private static final byte[] CONTENT = "1234567.the place".getBytes(UTF_8);
    private static final byte[] HERE = "ListKeys 111122223333".getBytes(UTF_8);

    private final SecureRandom random = new SecureRandom();
    private final RootKey root = RootKey.generate(random);
    private final TokenCipher cipher = new TokenCipher(root.authenticator("paging"), random);

    @Test
    void what_was_sealed_is_opened() {
        byte[] sealed = cipher.seal(CONTENT, HERE);

        assertThat(sealed).hasSize(CONTENT.length + TokenCipher.OVERHEAD_BYTES);
        assertThat(cipher.open(sealed, HERE)).contains(CONTENT);
        assertThat(cipher.open(cipher.seal(new byte[0], HERE), HERE)).contains(new byte[0]);
    }

    @Test
    void the_same_content_never_looks_alike() {
        assertThat(cipher.seal(CONTENT, HERE)).isNotEqualTo(cipher.seal(CONTENT, HERE));
        assertThat(new String(cipher.seal(CONTENT, HERE), UTF_8)).doesNotContain("place");
    }

    @Test
    void every_bit_counts() {
        byte[] sealed = cipher.seal(CONTENT, HERE);

        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(cipher.open(changed, HERE)).isEmpty();
        }
        for (int length = 0; length < sealed.length; length++) {
            assertThat(cipher.open(Arrays.copyOf(sealed, length), HERE)).isEmpty();
        }
    }

    @Test
    void it_opens_nowhere_else() {
        byte[] sealed = cipher.seal(CONTENT, HERE);

        assertThat(cipher.open(sealed, "ListKeys 444455556666".getBytes(UTF_8))).isEmpty();
        assertThat(new TokenCipher(root.authenticator("other"), random).open(sealed, HERE))
                .isEmpty();
        assertThat(new TokenCipher(RootKey.generate(random).authenticator("paging"), random).open(sealed, HERE))
                .isEmpty();
    }
}
