package io.attestore.server.refusals;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.events.call.CallContext;
import io.attestore.events.call.Principal;
import io.attestore.events.call.RefusalsNotRecorded;
import io.attestore.events.call.RefusalsNotRecorded.Count;
import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.Region;
import io.attestore.server.refusals.RefusalBudget.Unrecorded;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefusalBudgetTest {

    private static final String ONE = "111111111111";
    private static final String OTHER = "222222222222";
    private static final String REGION = "eu-west-1";
    private static final Instant MINUTE = Instant.parse("2026-11-30T12:00:00Z");

    private Instant now = MINUTE;

    private final RefusalBudget budget = new RefusalBudget(new RefusalSettings(3), new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    });

    @Test
    void so_many_a_minute_are_recorded_one_by_one_for_each_account() {
        assertThat(admitted(ONE, REGION, 10)).isEqualTo(3);
        assertThat(admitted(OTHER, REGION, 10)).isEqualTo(3);

        now = MINUTE.plusSeconds(60);
        assertThat(admitted(ONE, REGION, 10)).isEqualTo(3);
    }

    @Test
    void an_accounts_budget_is_one_for_all_regions() {
        assertThat(admitted(ONE, "eu-west-1", 2)).isEqualTo(2);
        assertThat(admitted(ONE, "eu-west-2", 2)).isEqualTo(1);
    }

    @Test
    void those_beyond_are_counted_by_kind_and_taken_when_their_minute_has_ended() {
        admitted(ONE, REGION, 3);
        now = MINUTE.plusSeconds(10);
        budget.admits(call(ONE, REGION, "GetParameter"), "ParameterNotFound");
        budget.admits(call(ONE, REGION, "GetParameter"), "ParameterNotFound");
        now = MINUTE.plusSeconds(59);
        budget.admits(call(ONE, REGION, "PutParameter"), "ValidationException");
        assertThat(budget.takeEnded()).isEmpty();

        now = MINUTE.plusSeconds(60);

        assertThat(budget.takeEnded())
                .containsExactly(new Unrecorded(
                        where(ONE, REGION),
                        new RefusalsNotRecorded(
                                MINUTE.plusSeconds(10),
                                MINUTE.plusSeconds(59),
                                List.of(
                                        new Count("ssm.amazonaws.com", "GetParameter", "ParameterNotFound", 2),
                                        new Count("ssm.amazonaws.com", "PutParameter", "ValidationException", 1)),
                                0)));
        assertThat(budget.takeEnded()).isEmpty();
        assertThat(budget.takeAll()).isEmpty();
    }

    @Test
    void what_could_not_be_recorded_is_added_to_what_comes_later() {
        admitted(ONE, REGION, 5);
        Unrecorded taken = budget.takeAll().getFirst();

        budget.giveBack(taken);
        now = MINUTE.plusSeconds(120);
        admitted(ONE, REGION, 7);

        RefusalsNotRecorded refusals = budget.takeAll().getFirst().refusals();
        assertThat(refusals.from()).isEqualTo(MINUTE);
        assertThat(refusals.until()).isEqualTo(now);
        assertThat(refusals.counts())
                .containsExactly(new Count("ssm.amazonaws.com", "GetParameter", "ParameterNotFound", 2 + 4));
    }

    @Test
    void regions_and_kinds_are_bounded_and_nothing_is_lost() {
        admitted(ONE, REGION, 3);
        for (int i = 0; i < 1_000; i++) {
            admitted(ONE, "region-" + i, 1);
        }
        for (int i = 0; i < 1_000; i++) {
            budget.admits(call(ONE, "region-0", "GetParameter"), "Code" + i);
        }

        List<Unrecorded> taken = budget.takeAll();

        assertThat(taken).hasSize(AccountRefusals.REGIONS_MAX);
        assertThat(taken)
                .allSatisfy(
                        each -> assertThat(each.refusals().counts()).hasSizeLessThanOrEqualTo(RefusalCounts.KINDS_MAX));
        assertThat(taken.stream().mapToLong(each -> total(each.refusals())).sum())
                .isEqualTo(2_000);
    }

    @Test
    void what_cannot_be_recorded_for_long_is_bounded_too_and_nothing_is_lost() {
        admitted(ONE, REGION, 3);
        for (int round = 0; round < 5; round++) {
            List<Unrecorded> taken = budget.takeAll();
            for (int i = 0; i < 100; i++) {
                admitted(ONE, "region-" + round + "-" + i, 1);
            }
            taken.forEach(budget::giveBack);
        }

        List<Unrecorded> taken = budget.takeAll();

        assertThat(taken).hasSize(AccountRefusals.REGIONS_MAX);
        assertThat(taken.stream().mapToLong(each -> total(each.refusals())).sum())
                .isEqualTo(500);
    }

    @Test
    void a_clock_that_is_put_back_does_not_stop_the_counting() {
        admitted(ONE, REGION, 4);
        now = MINUTE.minus(Duration.ofHours(1));

        assertThat(admitted(ONE, REGION, 4)).isEqualTo(3);
    }

    private static long total(RefusalsNotRecorded refusals) {
        return refusals.others()
                + refusals.counts().stream().mapToLong(Count::refusals).sum();
    }

    private long admitted(String account, String region, int count) {
        long admitted = 0;
        for (int i = 0; i < count; i++) {
            admitted += budget.admits(call(account, region, "GetParameter"), "ParameterNotFound") ? 1 : 0;
        }
        return admitted;
    }

    private static AccountRegion where(String account, String region) {
        return new AccountRegion(new AccountId(account), new Region(region));
    }

    private CallContext call(String account, String region, String operation) {
        AccountRegion where = where(account, region);
        return new CallContext(
                "00000000-0000-4000-8000-000000000001",
                now,
                where,
                Principal.root(
                        where.account(),
                        new AccessKeyId("AKIAIOSFODNN7EXAMPLE"),
                        where.region().partition()),
                "ssm.amazonaws.com",
                operation,
                true,
                "127.0.0.1",
                "test",
                "localhost",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
