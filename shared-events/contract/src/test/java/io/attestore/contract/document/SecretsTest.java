package io.attestore.contract.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.contract.document.Document.SecretBlob;
import io.attestore.contract.document.Document.SecretText;
import io.attestore.cryptography.secret.SecretBytes;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretsTest {

    @Test
    void every_secret_of_a_tree_is_wiped() {
        SecretBytes text = SecretBytes.copyOf(new byte[] {1});
        SecretBytes blob = SecretBytes.copyOf(new byte[] {2});
        Structure inner = Structure.builder()
                .put("Value", new SecretText(text))
                .put("Name", "a")
                .build();
        Structure tree = Structure.builder()
                .putAll("Parameters", List.of(inner))
                .put("Plaintext", new SecretBlob(blob))
                .build();
        assertThat(text.length() + blob.length()).isEqualTo(2);

        Secrets.wipe(tree);
        Secrets.wipe(tree);

        assertThatThrownBy(text::length).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(blob::length).isInstanceOf(IllegalStateException.class);
    }
}
