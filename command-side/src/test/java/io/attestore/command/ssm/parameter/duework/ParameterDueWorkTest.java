package io.attestore.command.ssm.parameter.duework;

import static io.attestore.command.ssm.ParameterScenario.named;
import static io.attestore.command.ssm.ParameterScenario.string;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.command.ssm.ParameterScenario;
import io.attestore.command.ssm.parameter.deletion.Deletions;
import io.attestore.contract.duework.DueWork;
import io.attestore.contract.duework.DueWorkChange;
import io.attestore.contract.duework.DueWorkChange.Scheduled;
import io.attestore.contract.duework.DueWorkChange.Settled;
import io.attestore.contract.duework.DueWorkKind;
import io.attestore.contract.duework.Performance;
import io.attestore.contract.duework.Work;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.events.Event;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.Region;
import io.attestore.events.parameter.DeletedParameterDestroyed;
import io.attestore.events.parameter.ParameterDeleted;
import io.attestore.events.parameter.ParameterPoliciesPut;
import io.attestore.events.parameter.ParameterPolicyActed;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParameterDueWorkTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration WINDOW = Duration.ofDays(7);
    private static final String POLICIES = """
            [{"Type":"Expiration","Version":"1.0","Attributes":{"Timestamp":"2026-12-01T12:00:00Z"}},
             {"Type":"ExpirationNotification","Version":"1.0","Attributes":{"Before":"2","Unit":"Days"}},
             {"Type":"NoChangeNotification","Version":"1.0","Attributes":{"After":"24","Unit":"Hours"}}]""";

    private final ParameterScenario parameters = new ParameterScenario(WINDOW);
    private final ParameterDueWork dueWork = new ParameterDueWork();
    private final ParameterDueWorkDecision decision = new ParameterDueWorkDecision(new Deletions(WINDOW));

    @Test
    void policies_act_when_their_time_has_come_each_once_and_the_last_one_deletes() {
        putWithPolicies();
        DueWork work = applyPolicies();

        assertThat(perform(work, NOON).next()).contains(NOON.plus(Duration.ofDays(1)));
        assertThat(actedAt(work, NOON.plus(Duration.ofDays(1)))).containsExactly("NoChangeNotification");
        assertThat(actedAt(work, NOON.plus(Duration.ofDays(1)))).isEmpty();
        assertThat(actedAt(work, Instant.parse("2026-11-29T12:00:00Z"))).containsExactly("ExpirationNotification");
        assertThat(actedAt(work, Instant.parse("2026-12-01T12:00:00Z"))).containsExactly("Expiration");
        assertThat(parameters.parameter("/x")).isInstanceOf(Parameter.Absent.class);
        assertThat(parameters.eventsAfter(0).getLast()).isInstanceOf(ParameterDeleted.class);
        assertThat(perform(work, Instant.parse("2026-12-02T12:00:00Z"))).isEqualTo(Performance.NOTHING);
    }

    @Test
    void a_put_that_finds_it_expired_deletes_it_and_creates_it_anew_in_one_append() {
        putWithPolicies();
        Instant expired = Instant.parse("2026-12-01T12:00:00Z");
        int before = parameters.eventsAfter(0).size();

        parameters.scenario.at(expired).requesting("00000000-0000-4000-8000-000000000002");
        parameters.put(string("/x", "anew"));

        assertThat(parameters.eventsAfter(before))
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly(
                        "ParameterPolicyActed",
                        "ParameterPolicyActed",
                        "ParameterPolicyActed",
                        "ParameterDeleted",
                        "ParameterCreated",
                        "ParameterVersionPut");
        assertThat(parameters.present("/x").current().number()).isEqualTo(1);
        assertThat(parameters.present("/x").current().policies()).isEmpty();
        assertThat(parameters.parameter("/x").deleted()).hasSize(1);
    }

    @Test
    void what_has_expired_is_not_restored_before_its_deletion_is_on_record() {
        putWithPolicies();
        parameters.scenario.at(Instant.parse("2026-12-01T12:00:00Z"));

        assertThat(parameters
                        .scenario
                        .fault(parameters.operation("RestoreParameter"), named("/x"))
                        .code())
                .isEqualTo("TooManyUpdates");
    }

    @Test
    void what_is_to_be_done_is_the_same_by_the_states_as_by_the_events() {
        putWithPolicies();
        parameters.put(string("/y", "1"));
        parameters.scenario.answer(parameters.operation("DeleteParameter"), named("/y"));

        assertThat(dueWork.expected(parameters.parameter("/x"))).singleElement().satisfies(work -> {
            assertThat(work.work().kind()).isEqualTo(ParameterDueWork.APPLY_POLICIES);
            assertThat(work.dueAt()).isEqualTo(NOON.plus(Duration.ofDays(1)));
        });
        assertThat(dueWork.expected(parameters.parameter("/y")))
                .containsExactlyElementsOf(pending().values().stream()
                        .filter(work -> work.work().kind() == ParameterDueWork.DESTROY_DELETED_PARAMETER)
                        .toList());
    }

    @Test
    void a_new_version_begins_anew_with_the_same_policies() {
        putWithPolicies();
        DueWork work = applyPolicies();
        assertThat(actedAt(work, NOON.plus(Duration.ofDays(1)))).hasSize(1);

        parameters.scenario.at(NOON.plus(Duration.ofDays(2)));
        parameters.put(string("/x", "2").put("Overwrite", true));

        assertThat(perform(work, NOON.plus(Duration.ofDays(2))).next()).contains(NOON.plus(Duration.ofDays(3)));
    }

    @Test
    void a_parameter_restored_after_it_expired_does_not_expire_again_with_its_next_version() {
        putWithPolicies();
        DueWork work = applyPolicies();
        Instant expired = Instant.parse("2026-12-01T12:00:00Z");
        assertThat(actedAt(work, expired)).contains("Expiration");
        parameters.scenario.at(expired);
        parameters.scenario.answer(parameters.operation("RestoreParameter"), named("/x"));

        parameters.put(string("/x", "2").put("Overwrite", true));

        assertThat(actedAt(work, expired)).isEmpty();
        assertThat(parameters.present("/x").current().policies())
                .extracting(ParameterPoliciesPut.Policy::type)
                .containsExactly("ExpirationNotification", "NoChangeNotification");
    }

    @Test
    void the_end_of_a_retained_deletion_is_due_until_it_is_undone_or_done() {
        parameters.scenario.at(NOON);
        parameters.put(string("/x", "1"));
        parameters.scenario.answer(parameters.operation("DeleteParameter"), named("/x"));
        DueWork work = pending().values().stream()
                .filter(one -> one.work().kind() == ParameterDueWork.DESTROY_DELETED_PARAMETER)
                .findFirst()
                .orElseThrow();
        assertThat(work.dueAt()).isEqualTo(NOON.plus(WINDOW));

        assertThat(perform(work, NOON)).isEqualTo(Performance.NOTHING);
        Performance done = perform(work, NOON.plus(WINDOW));
        assertThat(done.events()).singleElement().isInstanceOf(DeletedParameterDestroyed.class);
        assertThat(done.rows()).hasSize(1);
        assertThat(perform(work, NOON.plus(WINDOW))).isEqualTo(Performance.NOTHING);
        assertThat(pending()).isEmpty();
    }

    @Test
    void a_restored_parameter_has_nothing_to_be_destroyed() {
        parameters.scenario.at(NOON);
        parameters.put(string("/x", "1"));
        parameters.scenario.answer(parameters.operation("DeleteParameter"), named("/x"));
        parameters.scenario.answer(parameters.operation("RestoreParameter"), named("/x"));

        assertThat(pending().values())
                .noneMatch(work -> work.work().kind() == ParameterDueWork.DESTROY_DELETED_PARAMETER);
    }

    /** If this fails, rows that earlier versions have stored are not understood any more. */
    @Test
    void the_stored_names_of_its_kinds_are_these() {
        assertThat(dueWork.kinds())
                .extracting(DueWorkKind::name)
                .containsExactlyInAnyOrder("DESTROY_DELETED_PARAMETER", "APPLY_POLICIES");
        assertThat(decision.kinds()).containsExactlyInAnyOrderElementsOf(dueWork.kinds());
    }

    @Test
    void a_name_that_is_not_written_as_paths_are_is_no_parameters() {
        var where = new AccountRegion(new AccountId("123456789012"), new Region("eu-west-1"));

        assertThat(dueWork.idOf(new Work(ParameterDueWork.APPLY_POLICIES, where, "/x", "")))
                .contains(new ParameterId(where, "/x"));
        for (String other : List.of("x", "", "/" + "x".repeat(3000))) {
            assertThat(dueWork.idOf(new Work(ParameterDueWork.APPLY_POLICIES, where, other, "")))
                    .isEmpty();
        }
    }

    @Test
    void only_policies_that_were_put_are_timed_by_the_state() {
        putWithPolicies();

        assertThat(parameters.scenario.history.events().stream().flatMap(event -> dueWork.timedByState(event).stream()))
                .extracting(Work::kind)
                .containsExactly(ParameterDueWork.APPLY_POLICIES);
    }

    private void putWithPolicies() {
        parameters.scenario.at(NOON);
        parameters.put(string("/x", "1").put("Tier", "Advanced").put("Policies", POLICIES));
    }

    private DueWork applyPolicies() {
        return pending().values().stream()
                .filter(work -> work.work().kind() == ParameterDueWork.APPLY_POLICIES)
                .findFirst()
                .orElseThrow();
    }

    /** What the events so far leave to be done. */
    private Map<Work, DueWork> pending() {
        Map<Work, DueWork> pending = new HashMap<>();
        for (Event event : parameters.scenario.history.events()) {
            for (DueWorkChange change : dueWork.changes(event)) {
                switch (change) {
                    case Scheduled(DueWork due) -> pending.put(due.work(), due);
                    case Settled(Work work) -> pending.remove(work);
                }
            }
        }
        return pending;
    }

    private List<String> actedAt(DueWork work, Instant now) {
        return perform(work, now).events().stream()
                .filter(ParameterPolicyActed.class::isInstance)
                .map(event -> ((ParameterPolicyActed) event).policy().type())
                .toList();
    }

    private Performance perform(DueWork work, Instant now) {
        Performance done = decision.perform(work, parameters.scenario.history, "request at " + now, now);
        parameters.scenario.history.append(now, done.events(), done.rows());
        return done;
    }
}
