package io.attestore.server.duework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.command.ssm.parameter.duework.ParameterDueWork;
import io.attestore.contract.duework.Work;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.Region;
import java.util.List;
import org.junit.jupiter.api.Test;

class DueWorkCatalogueTest {

    private static final AccountRegion WHERE =
            new AccountRegion(new AccountId("123456789012"), new Region("eu-central-1"));

    private final DueWorkCatalogue catalogue = new DueWorkCatalogue(List.of(new ParameterDueWork()));

    @Test
    void a_row_is_read_as_the_work_that_it_was_written_for() {
        Work work = new Work(ParameterDueWork.DESTROY_DELETED_PARAMETER, WHERE, "/a", "deletion");

        assertThat(catalogue.read("DESTROY_DELETED_PARAMETER", "123456789012", "eu-central-1", "/a", "deletion"))
                .contains(work);
        assertThat(catalogue.describe(work))
                .isEqualTo("DESTROY_DELETED_PARAMETER of the parameter /a of 123456789012 in eu-central-1 (deletion)");
    }

    @Test
    void a_row_that_no_service_writes_is_none() {
        assertThat(catalogue.read("NONSENSE", "123456789012", "eu-central-1", "/a", ""))
                .isEmpty();
        assertThat(catalogue.read("APPLY_POLICIES", "x", "eu-central-1", "/a", ""))
                .isEmpty();
        assertThat(catalogue.read("APPLY_POLICIES", "123456789012", "", "/a", ""))
                .isEmpty();
        assertThat(catalogue.read("APPLY_POLICIES", "123456789012", "eu-central-1", "a", ""))
                .isEmpty();
    }

    @Test
    void two_kinds_of_one_name_are_refused() {
        assertThatThrownBy(() -> new DueWorkCatalogue(List.of(new ParameterDueWork(), new ParameterDueWork())))
                .hasMessageContaining("Two kinds of due work have the name");
    }
}
