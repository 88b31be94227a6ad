package io.attestore.server.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.common.IdentifierFactory;
import org.junit.jupiter.api.Test;

class MessageIdsTest {

    @Test
    void axon_takes_its_ids_from_here() {
        assertThat(IdentifierFactory.getInstance()).isInstanceOf(MessageIds.class);
    }

    @Test
    void no_two_ids_are_the_same() {
        MessageIds ids = new MessageIds();

        assertThat(ids.generateIdentifier()).isNotEqualTo(ids.generateIdentifier());
        assertThat(ids.generateIdentifier()).isNotEqualTo(new MessageIds().generateIdentifier());
    }
}
