package io.attestore.server.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.cryptography.secret.InsecureSecretAccess;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.entities.iam.AccessKey.Active;
import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.AccountId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnwrappedSecretsTest {

    private final UnwrappedSecrets secrets = new UnwrappedSecrets(2);

    @Test
    void what_is_forgotten_is_overwritten_and_copies_of_it_live_on() {
        List<SecretBytes> kept = new ArrayList<>();
        List<SecretBytes> copies = new ArrayList<>();
        for (int number = 0; number < 20; number++) {
            SecretBytes secret = SecretBytes.copyOf(new byte[] {(byte) number});
            kept.add(secret);
            secrets.keep(key(number), secret);
            secrets.copy(key(number)).ifPresent(copies::add);
        }

        assertThat(kept).filteredOn(secret -> secret.copyIfOpen().isPresent()).hasSizeLessThanOrEqualTo(2);
        assertThat(copies)
                .isNotEmpty()
                .allSatisfy(copy ->
                        assertThat(copy.copyOut(InsecureSecretAccess.get())).hasSize(1));
    }

    @Test
    void what_is_replaced_is_overwritten() {
        SecretBytes first = SecretBytes.copyOf(new byte[] {1});
        secrets.keep(key(1), first);

        secrets.keep(key(1), SecretBytes.copyOf(new byte[] {2}));

        assertThat(first.copyIfOpen()).isEmpty();
        assertThat(secrets.copy(key(1)).orElseThrow().copyOut(InsecureSecretAccess.get()))
                .containsExactly(2);
    }

    private static Active key(int number) {
        return new Active(
                new AccessKeyId("AKIAIOSFODNN7EXAM" + (100 + number)),
                new AccountId("111122223333"),
                Optional.empty(),
                Instant.EPOCH);
    }
}
