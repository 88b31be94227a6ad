package io.attestore.server.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.audit.trail.TrailProjector;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.eventlog.PostgresEventLog;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.ParameterName;
import io.attestore.events.id.Region;
import io.attestore.server.RunningServer;
import io.attestore.server.duework.DueWorkRunner;
import io.attestore.server.snapshots.StoredSnapshots;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterTier;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/**
 * What the database's owner changes beside the log is found, by the command and by the running server; when it is put
 * back, all is whole again.
 */
class WhatIsNotAsTheLogSaysTest {

    @TempDir
    static Path folder;

    private static VerifiedStore store;

    @BeforeAll
    static void fill() throws Exception {
        store = new VerifiedStore(RunningServer.start(
                folder, Map.of("attestore.parameters.restore-window", "30d", "attestore.verification.every", "0")));
        try (SsmClient ssm = store.server().client(SsmClient.builder());
                KmsClient kms = store.server().client(KmsClient.builder())) {
            for (int version = 1; version <= 60; version++) {
                String value = "value " + version;
                ssm.putParameter(request -> request.name("/v/many")
                        .value(value)
                        .type(ParameterType.STRING)
                        .overwrite(true));
            }
            ssm.putParameter(request -> request.name("/v/secret").value("s").type(ParameterType.SECURE_STRING));
            ssm.getParameter(request -> request.name("/v/secret").withDecryption(true));
            ssm.putParameter(request -> request.name("/v/gone").value("g").type(ParameterType.STRING));
            ssm.deleteParameter(request -> request.name("/v/gone"));
            ssm.putParameter(request -> request.name("/v/expires")
                    .value("e")
                    .type(ParameterType.STRING)
                    .tier(ParameterTier.ADVANCED)
                    .policies(expiration()));
            String key = kms.createKey(request -> {}).keyMetadata().keyId();
            kms.rotateKeyOnDemand(request -> request.keyId(key));
        }
        await(() -> !store.owner()
                .queryForList("select 1 from due_work where kind = 'APPLY_POLICIES' and due_at > now()")
                .isEmpty());
        await(() -> !store.owner().queryForList("select 1 from state_snapshot").isEmpty());
        await(WhatIsNotAsTheLogSaysTest::isProjected);
        // they would mend, before anything looks, what the tests damage
        store.server().bean(TrailProjector.class).close();
        store.server().bean(DueWorkRunner.class).close();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @AfterEach
    void allIsWholeAgain() throws Exception {
        store.assertWhole();
    }

    @Test
    void a_key_row_that_is_gone() throws Exception {
        String id = anyDataKey();
        String wrapped = wrapped(id);
        store.owner().update("delete from key_row where id = ?", id);

        store.assertFound("The key row " + id + " is missing: version ");

        putRow(id, wrapped);
    }

    @Test
    void a_key_row_that_nothing_made() throws Exception {
        String id = anyDataKey() + "-other";
        putRow(id, wrapped(anyDataKey()));

        store.assertFound("The key row " + id + " has no cause");

        store.owner().update("delete from key_row where id = ?", id);
    }

    @Test
    void key_rows_in_each_others_place() throws Exception {
        String one = anyDataKey();
        String other = store.value("select id from key_row where id like 'ssm/%' and id <> ? order by id limit 1", one);
        swap(one, other);

        store.assertFound("The key row " + one + " does not open for what it is for, version ");

        swap(one, other);
    }

    @Test
    void the_material_of_a_key_under_another() throws Exception {
        String one = store.value("select min(id) from key_row where id like 'kms/%'");
        String other = store.value("select max(id) from key_row where id like 'kms/%'");
        swap(one, other);

        store.assertFound("The key row " + one + " does not open for what it is for, material ");

        swap(one, other);
    }

    @Test
    void a_stored_state_that_was_changed() throws Exception {
        store.owner().update("update state_snapshot set position = position - 1");

        store.assertFound("/v/many was not made by this store: its MAC does not hold");

        store.owner().update("update state_snapshot set position = position + 1");
    }

    /** Nobody without the root key can make one: it would be a fault of the server's own. */
    @Test
    void a_stored_state_that_carries_its_mac_but_is_not_what_happened() throws Exception {
        try (KeptTable _ = store.keep("state_snapshot")) {
            StoredSnapshots snapshots = store.server().bean(StoredSnapshots.class);
            long head = store.server().bean(PostgresEventLog.class).head();
            ParameterId id = ParameterId.of(
                    new AccountRegion(new AccountId("123456789012"), new Region("eu-west-1")),
                    new ParameterName("/v/many"));
            assertThat(snapshots.offer(Parameter.TYPE, id, new Parameter.Absent(id, List.of()), head))
                    .isTrue();
            await(() -> !store.owner()
                    .queryForList("select 1 from state_snapshot where position = ?", head)
                    .isEmpty());

            store.assertFound("/v/many is not what the log says at position " + head);
        }
    }

    @Test
    void the_destruction_of_a_deleted_parameter_that_is_not_due_any_more() throws Exception {
        try (KeptTable _ = store.keep("due_work")) {
            store.owner().update("delete from due_work where kind = 'DESTROY_DELETED_PARAMETER'");
            store.assertFound("Due work is missing: DESTROY_DELETED_PARAMETER of the parameter /v/gone");
        }
    }

    @Test
    void due_work_that_is_put_off() throws Exception {
        try (KeptTable _ = store.keep("due_work")) {
            store.owner().update("update due_work set due_at = due_at + interval '1 year'");

            store.assertFound("Due work is put off: DESTROY_DELETED_PARAMETER of the parameter /v/gone");
            store.assertFound("Due work is put off: APPLY_POLICIES of the parameter /v/expires");
        }
    }

    @Test
    void an_expiration_that_is_not_due_any_more_and_work_that_nothing_asked_for() throws Exception {
        try (KeptTable _ = store.keep("due_work")) {
            store.owner().update("update due_work set name = '/v/other' where kind = 'APPLY_POLICIES'");

            store.assertFound("Due work is missing: APPLY_POLICIES of the parameter /v/expires");
            store.assertFound("Due work has no cause: APPLY_POLICIES of the parameter /v/other");
        }
    }

    @Test
    void due_work_that_claims_to_know_what_is_not_there() throws Exception {
        String position = store.value("select position from due_work_projection");
        store.owner().update("update due_work_projection set position = position + 1000000");

        store.assertFound("Due work claims to know position ");

        store.owner().update("update due_work_projection set position = ?", Long.valueOf(position));
    }

    @Test
    void a_block_of_the_trails_index_that_is_gone() throws Exception {
        try (KeptTable _ = store.keep("trail_block")) {
            store.owner().update("delete from trail_block where ctid = (select min(ctid) from trail_block)");

            store.assertFound("The trail's index does not say of the positions 0 to 4095 what the log says");
        }
    }

    @Test
    void a_run_of_the_trails_index_that_is_gone() throws Exception {
        try (KeptTable _ = store.keep("trail_run")) {
            store.owner().update("delete from trail_run where run_id = (select min(run_id) from trail_run)");

            store.assertFound("The trail's index does not say of the positions 0 to 4095 what the log says");
        }
    }

    @Test
    void bounds_of_a_run_that_let_searches_pass_over_it() throws Exception {
        try (KeptTable _ = store.keep("trail_run")) {
            store.owner().update("update trail_run set latest = earliest - 1");

            store.assertFound("has narrower bounds than its blocks: searches pass over what is in it");
        }
    }

    @Test
    void a_trails_index_that_claims_to_know_what_is_not_there() throws Exception {
        String position = store.value("select position from trail_projection");
        store.owner().update("update trail_projection set position = position + 1000000");

        store.assertFound("The trail's index claims to know position ");

        store.owner().update("update trail_projection set position = ?", Long.valueOf(position));
    }

    private static String anyDataKey() {
        return store.value("select max(id) from key_row where id like 'ssm/%' and id not like '%-other'");
    }

    private static String wrapped(String id) {
        return store.value("select encode(wrapped, 'hex') from key_row where id = ?", id);
    }

    private static void putRow(String id, String wrapped) {
        store.owner().update("insert into key_row (id, wrapped) values (?, decode(?, 'hex'))", id, wrapped);
    }

    private static void swap(String one, String other) {
        assertThat(store.owner()
                        .update(
                                "update key_row k set wrapped = o.wrapped from key_row o"
                                        + " where (k.id = ? and o.id = ?) or (k.id = ? and o.id = ?)",
                                one,
                                other,
                                other,
                                one))
                .isEqualTo(2);
    }

    private static boolean isProjected() {
        long head = store.server().bean(PostgresEventLog.class).head();
        return store.server().bean(TrailProjector.class).status().projected() == head
                && store.server().bean(DueWorkRunner.class).position() == head;
    }

    private static String expiration() {
        Instant at = Instant.ofEpochMilli(System.currentTimeMillis())
                .plus(10, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS);
        return """
                [{"Type": "Expiration", "Version": "1.0", "Attributes": {"Timestamp": "%s"}}]""".formatted(at);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 1_000 && !condition.getAsBoolean(); i++) {
            Thread.sleep(20);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
