package io.attestore.server.warmup;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.server.RunningServer;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import software.amazon.awssdk.services.ssm.model.Tag;

class WarmUpTest {

    /** So little that nothing can be told from the newest events. */
    private static final Map<String, String> NO_WINDOW = Map.of("attestore.log.window-events-max", "1");

    @TempDir
    Path folder;

    @Test
    void after_a_start_the_first_list_and_the_first_filter_by_a_tag_fold_no_history() throws Exception {
        try (RunningServer first = RunningServer.start(folder, NO_WINDOW)) {
            with(
                    first,
                    ssm -> ssm.putParameter(put -> put.name("/a")
                            .value("1")
                            .type(ParameterType.STRING)
                            .tags(Tag.builder().key("team").value("red").build())));
        }

        try (RunningServer second = RunningServer.start(folder, NO_WINDOW)) {
            second.bean(WarmUp.class).await();
            with(second, ssm -> {
                ssm.getServiceSetting(get -> get.settingId("/ssm/parameter-store/default-parameter-tier"));
                double before = historiesRead(second);

                assertThat(ssm.describeParameters(describe -> describe.parameterFilters(
                                        by -> by.key("tag:team").values("blue")))
                                .parameters())
                        .isEmpty();
                assertThat(ssm.describeParameters(describe -> describe.parameterFilters(
                                        by -> by.key("Name").values("/b")))
                                .parameters())
                        .isEmpty();

                assertThat(historiesRead(second)).isEqualTo(before);
                assertThat(ssm.describeParameters(describe -> describe.parameterFilters(
                                        by -> by.key("tag:team").values("red")))
                                .parameters())
                        .hasSize(1);
            });
        }
    }

    @Test
    void a_page_reads_the_parameters_that_are_not_in_memory_at_once() throws Exception {
        try (RunningServer first = RunningServer.start(folder, NO_WINDOW)) {
            with(
                    first,
                    ssm -> List.of("/a", "/b", "/c")
                            .forEach(name -> ssm.putParameter(
                                    put -> put.name(name).value(name).type(ParameterType.STRING))));
        }

        try (RunningServer second = RunningServer.start(folder, NO_WINDOW)) {
            second.bean(WarmUp.class).await();
            with(second, ssm -> {
                ssm.getParametersByPath(
                        get -> get.path("/none")); // the caller's key, and whether anything is disclosed
                double before = historiesRead(second);

                assertThat(ssm.getParametersByPath(get -> get.path("/")).parameters())
                        .extracting(Parameter::value)
                        .containsExactly("/a", "/b", "/c");
                assertThat(historiesRead(second)).isEqualTo(before + 1);
            });
        }
    }

    private static void with(RunningServer server, Consumer<SsmClient> use) {
        try (SsmClient ssm = server.client(SsmClient.builder())) {
            use.accept(ssm);
        }
    }

    private static double historiesRead(RunningServer server) {
        return server.bean(MeterRegistry.class)
                .get("attestore.log.sourcing.sql")
                .counter()
                .count();
    }
}
