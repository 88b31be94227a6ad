package io.attestore.proof.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TortureCommandTest {

    private final List<String> out = new ArrayList<>();
    private final Recording crash = new Recording("crash", new Report(List.of("| table |"), List.of()));
    private final Recording faults = new Recording("faults", new Report(List.of(), List.of("a value was lost")));

    /** A campaign that does no harm, finds what it is told to find, and keeps what it was asked. */
    private static final class Recording implements Campaign {

        private final String name;
        private final Report report;
        private final List<TortureArguments> asked = new ArrayList<>();

        Recording(String name, Report report) {
            this.name = name;
            this.report = report;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Report run(TortureArguments arguments, Consumer<String> progress) {
            asked.add(arguments);
            return report;
        }
    }

    @Test
    void without_a_campaigns_name_it_crashes() {
        assertThat(run("--rounds", "7", "--seed", "42")).isZero();
        assertThat(crash.asked).singleElement().satisfies(arguments -> {
            assertThat(arguments.rounds()).isEqualTo(7);
            assertThat(arguments.seed()).isEqualTo(42);
            assertThat(arguments.time()).isEqualTo(Duration.ofSeconds(60));
        });
        assertThat(faults.asked).isEmpty();
        assertThat(out).contains("| table |", "Every promise was kept (seed 42).");
    }

    @Test
    void a_broken_promise_fails_the_command_and_is_told_with_the_seed() {
        assertThat(run("faults", "--seed", "42")).isEqualTo(1);
        assertThat(out).contains("VIOLATED: faults: a value was lost", "1 violations (seed 42).");
    }

    @Test
    void all_means_every_campaign() {
        assertThat(run("all")).isEqualTo(1);
        assertThat(crash.asked).hasSize(1);
        assertThat(faults.asked).hasSize(1);
    }

    @Test
    void a_campaign_that_cannot_go_on_has_shown_nothing_and_fails() {
        Campaign broken = new Campaign() {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            public Report run(TortureArguments arguments, Consumer<String> progress) {
                throw new IllegalStateException("no server");
            }
        };
        assertThat(new TortureCommand(List.of(broken, crash), out::add).run(List.of("all")))
                .isEqualTo(1);
        assertThat(out).anyMatch(line -> line.startsWith("VIOLATED: broken") && line.contains("no server"));
        assertThat(crash.asked).hasSize(1);
    }

    @Test
    void its_help_names_every_campaign_and_option() {
        assertThat(run("--help")).isZero();
        assertThat(String.join("\n", out))
                .contains("crash", "faults", "nodes", "overload", "hostile", "all")
                .contains("--rounds", "--seed", "--seconds", "--folder", "--attack");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "--rounds 0",
                "--rounds many",
                "--rounds",
                "--nonsense 1",
                "crash --seconds 0",
                "--folder /does/not/exist"
            })
    void wrong_usage_is_refused_before_any_harm(String arguments) {
        assertThat(run(arguments.split(" "))).isEqualTo(2);
        assertThat(crash.asked).isEmpty();
        assertThat(out).singleElement().asString().startsWith("attestore: ");
    }

    private int run(String... arguments) {
        return new TortureCommand(List.of(crash, faults), out::add).run(List.of(arguments));
    }
}
