package io.attestore.server.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.common.IdentifierFactory;
import org.junit.jupiter.api.Test;

class MessageIdsTest {

    @Test
    void axonTakesItsIdsFromHere() {
        assertThat(IdentifierFactory.getInstance()).isInstanceOf(MessageIds.class);
    }

    @Test
    void noTwoIdsAreTheSame() {
        MessageIds ids = new MessageIds();

        assertThat(ids.generateIdentifier()).isNotEqualTo(ids.generateIdentifier());
        assertThat(ids.generateIdentifier()).isNotEqualTo(new MessageIds().generateIdentifier());
    }
}
