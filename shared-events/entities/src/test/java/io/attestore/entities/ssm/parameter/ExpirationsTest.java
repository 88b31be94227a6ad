package io.attestore.entities.ssm.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.entities.History;
import io.attestore.events.Bytes;
import io.attestore.events.Event;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.ParameterName;
import io.attestore.events.id.Region;
import io.attestore.events.parameter.ParameterPoliciesPut;
import io.attestore.events.parameter.ParameterPoliciesPut.Policy;
import io.attestore.events.parameter.ParameterPolicyActed;
import io.attestore.events.parameter.ParameterType;
import io.attestore.events.parameter.ParameterVersionPut;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExpirationsTest {

    private static final AccountRegion WHERE =
            new AccountRegion(new AccountId("123456789012"), new Region("eu-west-1"));
    private static final ParameterName NAME = new ParameterName("/x");
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Policy EXPIRATION = expiration("2026-11-21T13:00:00+01:00");

    private final History history = new History();

    @Test
    void a_parameter_is_not_there_from_the_moment_of_its_expiration_on() {
        happened(put(1), policies(1, EXPIRATION));

        assertThat(asOf(NOON.minusNanos(1_000))).isInstanceOf(Parameter.Present.class);
        assertThat(asOf(NOON))
                .isInstanceOfSatisfying(
                        Parameter.Absent.class,
                        absent -> assertThat(absent.expired()).contains((Parameter.Present) folded()));
        assertThat(asOf(NOON.plusSeconds(1_000_000))).isInstanceOf(Parameter.Absent.class);
    }

    @Test
    void a_later_version_that_keeps_the_policy_expires_with_it() {
        happened(put(1), policies(1, EXPIRATION), put(2));

        assertThat(asOf(NOON)).isInstanceOf(Parameter.Absent.class);
    }

    @Test
    void an_expiration_that_was_taken_away_or_has_come_true_and_was_undone_is_over() {
        happened(put(1), policies(1, EXPIRATION), put(2), policies(2));
        assertThat(asOf(NOON)).isInstanceOf(Parameter.Present.class);

        happened(put(3), policies(3, EXPIRATION));
        happened(new ParameterPolicyActed(WHERE, NAME, 3, ParameterType.STRING, EXPIRATION));
        assertThat(asOf(NOON)).isInstanceOf(Parameter.Present.class);
    }

    @Test
    void other_policies_let_nothing_expire() {
        happened(
                put(1),
                policies(
                        1,
                        new Policy(
                                "NoChangeNotification",
                                "{\"Type\":\"NoChangeNotification\",\"Version\":\"1.0\",\"Attributes\":{}}")));

        assertThat(asOf(Instant.MAX)).isInstanceOf(Parameter.Present.class);
    }

    @Test
    void an_expiration_without_a_time_gives_nothing_out() {
        happened(put(1), policies(1, new Policy("Expiration", "{}")));

        assertThatThrownBy(() -> asOf(NOON)).isInstanceOf(IllegalStateException.class);
    }

    private Parameter folded() {
        return history.load(Parameter.TYPE, ParameterId.of(WHERE, NAME));
    }

    private Parameter asOf(Instant moment) {
        return Parameter.TYPE.asOf().at(folded(), moment);
    }

    private void happened(Event... events) {
        history.append(NOON.minusSeconds(3_600), List.of(events), List.of());
    }

    private static Policy expiration(String timestamp) {
        return new Policy(
                "Expiration",
                "{\"Type\":\"Expiration\",\"Version\":\"1.0\",\"Attributes\":{\"Timestamp\":\"" + timestamp + "\"}}");
    }

    private static ParameterPoliciesPut policies(long version, Policy... policies) {
        return new ParameterPoliciesPut(WHERE, NAME, version, List.of(policies));
    }

    private static ParameterVersionPut put(long version) {
        return new ParameterVersionPut(
                WHERE,
                NAME,
                version,
                ParameterType.STRING,
                "key " + version,
                Bytes.copyOf(new byte[1]),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "Advanced",
                "text",
                "arn:aws:iam::123456789012:root");
    }
}
