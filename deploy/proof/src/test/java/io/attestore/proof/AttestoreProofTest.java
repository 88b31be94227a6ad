package io.attestore.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AttestoreProofTest {

    private static final int WRONG_USAGE = 2;

    @Test
    void what_is_no_command_is_wrong_usage() {
        assertThat(AttestoreProof.run(List.of())).isEqualTo(WRONG_USAGE);
        assertThat(AttestoreProof.run(List.of("start"))).isEqualTo(WRONG_USAGE);
        assertThat(AttestoreProof.run(List.of("train"))).isEqualTo(WRONG_USAGE);
    }

    @Test
    void every_command_is_in_the_help() {
        assertThat(AttestoreProof.HELP).contains("bench ", "torture ", "train ");
        assertThat(AttestoreProof.run(List.of("bench", "--help"))).isZero();
        assertThat(AttestoreProof.run(List.of("torture", "--help"))).isZero();
    }
}
