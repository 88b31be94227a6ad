package io.attestore.server.duework;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.command.ssm.parameter.duework.ParameterDueWork;
import io.attestore.contract.duework.DueWork;
import io.attestore.contract.duework.DueWorkChange.Scheduled;
import io.attestore.contract.duework.Performance;
import io.attestore.contract.duework.Work;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.Region;
import io.attestore.events.log.LogReader;
import io.attestore.events.log.RecordedEvent;
import io.attestore.postgres.TestDatabase;
import io.attestore.server.call.CallSettings;
import io.attestore.server.call.DurableCommands;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.commandhandling.CommandHandler;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.commandhandling.CommandResultMessage;
import org.axonframework.messaging.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class DueWorkRunnerTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final long POSITION = 5;
    private static final DueWorkCatalogue CATALOGUE = new DueWorkCatalogue(List.of(new ParameterDueWork()));

    private TestDatabase database;
    private DueWorkRows rows;
    private Instant now = NOON;
    private final List<DueWork> expected = new ArrayList<>();

    @BeforeEach
    void prepare() {
        database = TestDatabase.fresh();
        DueWorkSchema.migrate(database.dataSource());
        rows = new DueWorkRows(CATALOGUE, new JdbcTemplate(database.dataSource()));
        rows.movePosition(POSITION);
    }

    @AfterEach
    void cleanUp() {
        database.close();
    }

    @Test
    void what_is_next_far_beyond_any_date_is_postponed_and_holds_up_nothing() {
        schedule("/a");
        Performance next = new Performance(List.of(), List.of(), Optional.of(Instant.MAX));

        assertThat(runner(POSITION, true, _ -> next).workOnce()).isTrue();

        assertThat(rows.count()).isEqualTo(1);
        assertThat(rows.takeDue(NOON)).isEmpty();
    }

    @Test
    void what_fails_in_the_database_is_postponed_and_the_next_is_done() {
        schedule("/a");
        new JdbcTemplate(database.dataSource()).execute("""
                create function refuse() returns trigger language plpgsql as
                $$ begin raise exception 'refused'; end $$""");
        new JdbcTemplate(database.dataSource())
                .execute("create trigger refuse before delete on due_work for each row"
                        + " when (old.name = '/a') execute function refuse()");
        DueWorkRunner runner = runner(POSITION, true, _ -> nothing());

        assertThat(runner.workOnce()).isTrue();
        schedule("/b");
        assertThat(runner.workOnce()).isTrue();

        assertThat(rows.count()).isEqualTo(1);
        assertThat(rows.takeDue(NOON.plusSeconds(30)))
                .map(due -> due.work().name())
                .contains("/a");
    }

    @Test
    void a_node_whose_log_is_behind_the_rows_leaves_them_alone() {
        schedule("/a");

        assertThat(runner(POSITION - 1, true, _ -> nothing()).workOnce()).isFalse();
        assertThat(rows.takeDue(NOON)).isPresent();

        assertThat(runner(POSITION, true, _ -> nothing()).workOnce()).isTrue();
        assertThat(rows.count()).isZero();
    }

    @Test
    void a_node_that_cannot_write_the_log_leaves_the_rows_alone() {
        schedule("/a");

        assertThat(runner(POSITION, false, _ -> nothing()).workOnce()).isFalse();

        assertThat(rows.takeDue(NOON)).isPresent();
    }

    @Test
    void a_row_that_was_deleted_or_put_off_comes_back_and_one_that_is_due_earlier_stays() throws Exception {
        rows.apply(new Scheduled(work("/put-off", Instant.parse("9000-01-01T00:00:00Z"))));
        rows.apply(new Scheduled(work("/earlier", NOON.minusSeconds(60))));
        expected.add(work("/deleted", NOON));
        expected.add(work("/put-off", NOON));
        expected.add(work("/earlier", NOON));

        assertThat(runner(POSITION, true, _ -> nothing()).repair()).isTrue();

        assertThat(rows.count()).isEqualTo(3);
        assertThat(dueBy(NOON)).containsExactlyInAnyOrder("/deleted", "/put-off", "/earlier");
    }

    @Test
    void the_rows_are_checked_at_the_start_and_once_a_day() throws Exception {
        DueWorkRunner runner = runner(POSITION, true, _ -> nothing());
        assertThat(runner.repair()).isTrue();
        expected.add(work("/deleted", NOON));
        now = NOON.plus(Duration.ofHours(23));
        assertThat(runner.repair()).isFalse();
        assertThat(rows.count()).isZero();

        now = NOON.plus(Duration.ofHours(24));

        assertThat(runner.repair()).isTrue();
        assertThat(rows.count()).isEqualTo(1);
    }

    @Test
    void a_position_beyond_the_log_is_mended_and_so_is_one_that_was_deleted() throws Exception {
        rows.movePosition(POSITION + 1_000);
        assertThat(runner(POSITION, true, _ -> nothing()).repair()).isTrue();
        assertThat(rows.position()).isEqualTo(POSITION);

        new JdbcTemplate(database.dataSource()).update("delete from due_work_projection");
        assertThat(runner(POSITION, true, _ -> nothing()).repair()).isTrue();
        assertThat(rows.position()).isEqualTo(POSITION);
    }

    @Test
    void a_row_that_is_no_work_does_not_stand_before_the_others() {
        new JdbcTemplate(database.dataSource())
                .update("insert into due_work values ('NONSENSE', 'x', 'y', '/z', '', '1970-01-01')");
        schedule("/a");
        DueWorkRunner runner = runner(POSITION, true, _ -> nothing());

        runner.workOnce();
        runner.workOnce();

        assertThat(rows.count()).isZero();
    }

    private List<String> dueBy(Instant moment) {
        return new JdbcTemplate(database.dataSource())
                .queryForList("select name from due_work where due_at <= ?", String.class, Timestamp.from(moment));
    }

    private void schedule(String name) {
        rows.apply(new Scheduled(work(name, Instant.EPOCH)));
    }

    private static DueWork work(String name, Instant dueAt) {
        var where = new AccountRegion(new AccountId("123456789012"), new Region("eu-central-1"));
        return new Work(ParameterDueWork.APPLY_POLICIES, where, name, "").at(dueAt);
    }

    private Clock clock() {
        return new Clock() {
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
        };
    }

    private static Performance nothing() {
        return new Performance(List.of(), List.of(), Optional.empty());
    }

    private DueWorkRunner runner(long head, boolean writable, Function<DueWork, Performance> decision) {
        return new DueWorkRunner(
                CATALOGUE,
                database.dataSource(),
                new HeadOnly(head),
                () -> writable,
                new DurableCommands(new Deciding(decision), new CallSettings(1, Duration.ofSeconds(5))),
                told -> expected.forEach(told),
                clock());
    }

    /** A log of which only the head is asked, and which does not grow. */
    private record HeadOnly(long head) implements LogReader {

        @Override
        public List<RecordedEvent> read(long from, int limit) {
            return List.of();
        }

        @Override
        public List<RecordedEvent> at(Collection<Long> positions) {
            return List.of();
        }

        @Override
        public boolean awaitBeyond(long position, Duration timeout) {
            return head > position;
        }
    }

    /** Answers due work with a decision. */
    private record Deciding(Function<DueWork, Performance> decision) implements CommandBus {

        @Override
        public CompletableFuture<CommandResultMessage> dispatch(CommandMessage command, ProcessingContext context) {
            Performance done = decision.apply(((PerformDueWork) command.payload()).due());
            return CompletableFuture.completedFuture(
                    new GenericCommandResultMessage(new MessageType("test.Done"), done));
        }

        @Override
        public CommandBus subscribe(QualifiedName name, CommandHandler handler) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void describeTo(ComponentDescriptor descriptor) {
            throw new UnsupportedOperationException();
        }
    }
}
