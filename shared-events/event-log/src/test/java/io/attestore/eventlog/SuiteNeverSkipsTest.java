package io.attestore.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.attestore.eventlog.contract.CompanionRowContract;
import io.attestore.eventlog.contract.ConcurrencyContract;
import io.attestore.eventlog.contract.ConditionalAppendContract;
import io.attestore.eventlog.contract.EventLogFixture;
import io.attestore.eventlog.contract.SourcingContract;
import io.attestore.eventlog.contract.StreamingContract;
import io.attestore.eventlog.contract.ToleranceContract;
import io.attestore.eventlog.contract.UnconditionalAppendContract;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** The suites test something: a log that honours nothing fails every single test, and no test can be skipped. */
class SuiteNeverSkipsTest {

    private static final String SKIPS = "org.junit.jupiter.api.condition";

    @ParameterizedTest
    @ValueSource(
            classes = {
                OnNothing.UnconditionalAppend.class,
                OnNothing.ConditionalAppend.class,
                OnNothing.Concurrency.class,
                OnNothing.Sourcing.class,
                OnNothing.Streaming.class,
                OnNothing.CompanionRow.class,
                OnNothing.Tolerance.class
            })
    void every_test_fails_on_a_log_that_honours_nothing(Class<?> suite) {
        Events tests = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(suite))
                .execute()
                .testEvents();
        assertThat(tests.succeeded().stream()
                        .map(event -> event.getTestDescriptor().getDisplayName()))
                .isEmpty();
        assertThat(tests.failed().count())
                .isPositive()
                .isEqualTo(tests.started().count());
        assertThat(tests.skipped().count()).isZero();
        assertThat(tests.aborted().count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                UnconditionalAppendContract.class,
                ConditionalAppendContract.class,
                ConcurrencyContract.class,
                SourcingContract.class,
                StreamingContract.class,
                CompanionRowContract.class,
                ToleranceContract.class
            })
    void no_test_of_a_suite_can_be_skipped(Class<?> suite) {
        assertThat(skips(suite)).isEmpty();
    }

    @Test
    void the_scan_finds_what_it_looks_for() {
        assertThat(skips(SkipsOnPurpose.class)).hasSize(1);
    }

    private static List<Annotation> skips(Class<?> suite) {
        List<AnnotatedElement> places = new ArrayList<>(List.of(suite));
        for (Class<?> type = suite; type != Object.class; type = type.getSuperclass()) {
            places.addAll(List.of(type.getDeclaredMethods()));
        }
        return places.stream()
                .flatMap(place -> Stream.of(place.getAnnotations()))
                .filter(annotation -> annotation.annotationType() == Disabled.class
                        || annotation.annotationType().getPackageName().equals(SKIPS))
                .toList();
    }

    static class SkipsOnPurpose {
        @Disabled("to be found")
        void skipped(Method unused) {}
    }

    /** The suites on a log that takes everything, keeps nothing and always says yes. */
    static final class OnNothing {

        static class UnconditionalAppend extends UnconditionalAppendContract {
            @Override
            protected EventLogFixture fixture() {
                return new NothingLog();
            }
        }

        static class ConditionalAppend extends ConditionalAppendContract {
            @Override
            protected EventLogFixture fixture() {
                return new NothingLog();
            }
        }

        static class Concurrency extends ConcurrencyContract {
            @Override
            protected EventLogFixture fixture() {
                return new NothingLog();
            }
        }

        static class Sourcing extends SourcingContract {
            @Override
            protected EventLogFixture fixture() {
                return new NothingLog();
            }
        }

        static class Streaming extends StreamingContract {
            @Override
            protected EventLogFixture fixture() {
                return new NothingLog();
            }
        }

        static class CompanionRow extends CompanionRowContract {
            @Override
            protected EventLogFixture fixture() {
                return new NothingLog();
            }
        }

        static class Tolerance extends ToleranceContract {
            @Override
            protected EventLogFixture fixture() {
                return new NothingLog();
            }
        }
    }
}
