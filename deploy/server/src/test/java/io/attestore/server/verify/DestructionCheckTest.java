package io.attestore.server.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.server.RunningServer;
import io.attestore.server.shredding.Shredder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** A destruction is completed even if the database's owner takes away the note that it has to be. */
class DestructionCheckTest {

    private static final String TAKEN_AWAY = "the note that it is due was taken away";

    @TempDir
    static Path folder;

    private static VerifiedStore store;

    @BeforeAll
    static void start() {
        store = new VerifiedStore(RunningServer.start(folder, Map.of("attestore.verification.every", "0")));
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @BeforeEach
    void deleteOne() {
        try (SsmClient ssm = store.server().client(SsmClient.builder())) {
            ssm.putParameter(request -> request.name("/v").value("v").type(ParameterType.STRING));
            ssm.putParameter(request ->
                    request.name("/v").value("w").type(ParameterType.STRING).overwrite(true));
            ssm.deleteParameter(request -> request.name("/v"));
        }
    }

    @Test
    void a_destruction_that_is_noted_as_due_is_told_and_is_no_finding() throws Exception {
        List<String> lines = new ArrayList<>();
        assertThat(store.command(lines)).as("%s", lines).isZero();
        assertThat(lines).anyMatch(line -> line.startsWith("Destructions that are not complete yet: in 1 groups"));

        completeAll();

        store.assertWhole();
    }

    @Test
    void a_note_that_was_taken_away_is_found_made_anew_and_acted_upon() throws Exception {
        store.owner().update("update key_group set roll_due_since = null");

        store.assertFound(TAKEN_AWAY);

        assertThat(shredder().status().dueGroups()).isEqualTo(1);
        completeAll();
        store.assertWhole();
    }

    @Test
    void a_group_that_the_database_has_forgotten_is_rolled_all_the_same() throws Exception {
        store.owner().update("delete from key_group where roll_due_since is not null");

        store.assertFound(TAKEN_AWAY);

        completeAll();
        store.assertWhole();
    }

    private void completeAll() throws InterruptedException {
        shredder().hurry();
        for (int look = 0; look < 500 && shredder().status().dueGroups() > 0; look++) {
            Thread.sleep(20);
        }
        assertThat(shredder().status().dueGroups()).isZero();
    }

    private Shredder shredder() {
        return store.server().bean(Shredder.class);
    }
}
