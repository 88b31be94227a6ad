package io.attestore.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifiedTlsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost/d",
                "jdbc:postgresql://LOCALHOST:5432/d?sslmode=disable",
                "jdbc:postgresql://127.0.0.1:5432/d",
                "jdbc:postgresql://127.1.2.3,localhost/d",
                "jdbc:postgresql://[::1]:5432/d",
                "jdbc:postgresql:d",
                "jdbc:postgresql://db.example.com/d?sslmode=verify-full",
                "jdbc:postgresql://db.example.com/d?sslmode=verify-full&sslrootcert=/ca.pem",
            })
    void what_is_on_this_machine_or_asks_for_verification_stays_as_it_is(String url) {
        assertThat(VerifiedTls.requiredIn(url)).isEqualTo(url);
    }

    @Test
    void what_says_nothing_is_verified() {
        assertThat(VerifiedTls.requiredIn("jdbc:postgresql://db.example.com/d"))
                .isEqualTo("jdbc:postgresql://db.example.com/d?sslmode=verify-full");
        assertThat(VerifiedTls.requiredIn("jdbc:postgresql://10.0.0.5:5432/d?targetServerType=primary"))
                .isEqualTo("jdbc:postgresql://10.0.0.5:5432/d?targetServerType=primary&sslmode=verify-full");
        assertThat(VerifiedTls.requiredIn("jdbc:postgresql://localhost,db.example.com/d"))
                .endsWith("?sslmode=verify-full");
        assertThat(VerifiedTls.requiredIn("jdbc:postgresql://127.0.0.1.example.com/d"))
                .endsWith("?sslmode=verify-full");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db.example.com/d?sslmode=disable",
                "jdbc:postgresql://db.example.com/d?sslmode=prefer",
                "jdbc:postgresql://db.example.com/d?sslmode=require",
                "jdbc:postgresql://db.example.com/d?sslmode=verify-ca",
                "jdbc:postgresql://db.example.com/d?ssl=false",
                "jdbc:postgresql://localhost,db.example.com/d?sslmode=require",
                "jdbc:postgresql://db.example.com/d?sslmode=verify-full&sslfactory=org.postgresql.ssl.NonValidatingFactory",
            })
    void what_asks_for_less_is_refused(String url) {
        assertThatThrownBy(() -> VerifiedTls.requiredIn(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("verify-full");
    }
}
