package io.attestore.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordDatabaseTest {

    @TempDir
    private Path folder;

    @Test
    void an_account_is_added_once_under_a_number_that_is_free() throws IOException {
        Files.writeString(folder.resolve("passwd"), "root:x:0:0:root:/root:/bin/sh\ntaken:x:60578:1::/:/bin/sh");
        Files.writeString(folder.resolve("group"), "root:x:0:\nalso-taken:x:60579:\n");
        var database = new PasswordDatabase(folder);

        database.add("attestore-postgres");
        database.add("attestore-postgres");

        assertThat(folder.resolve("passwd"))
                .hasContent("root:x:0:0:root:/root:/bin/sh\ntaken:x:60578:1::/:/bin/sh\n"
                        + "attestore-postgres:*:60580:60580::/nonexistent:/usr/sbin/nologin\n");
        assertThat(folder.resolve("group")).hasContent("root:x:0:\nalso-taken:x:60579:\nattestore-postgres:*:60580:\n");
    }

    @Test
    void a_system_without_accounts_gets_its_first() throws IOException {
        new PasswordDatabase(folder).add("attestore-postgres");

        assertThat(folder.resolve("passwd"))
                .hasContent("attestore-postgres:*:60578:60578::/nonexistent:/usr/sbin/nologin\n");
    }
}
