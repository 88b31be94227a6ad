package io.attestore.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/**
 * What is left of values in the heap of a server that was given them and has given them out, on connections that stay
 * open: dead objects included, nothing collected.
 */
class ValuesInMemoryTest {

    private static final int READS = 5;

    @TempDir
    Path folder;

    @Test
    void no_buffer_holds_a_value_once_it_has_been_read_or_put() throws Exception {
        String read = "read-" + UUID.randomUUID();
        String large = "large-" + UUID.randomUUID() + "-".repeat(4_000);
        String put = "put-" + UUID.randomUUID();
        List<SsmClient> open = new ArrayList<>();
        try (ServerProcess server = ServerProcess.start(folder, "-Xmx256m")) {
            try (SsmClient ssm = server.root().ssm()) {
                put(ssm, "/memory/read", read);
                put(ssm, "/memory/large", large);
            }
            for (int i = 0; i < READS; i++) {
                SsmClient another = server.root().ssm();
                open.add(another);
                assertThat(value(another, "/memory/read")).isEqualTo(read);
                assertThat(value(another, "/memory/read")).isEqualTo(read);
            }
            try (SsmClient another = server.root().ssm()) {
                assertThat(value(another, "/memory/large")).isEqualTo(large);
                put(another, "/memory/put", put);
                Path dump = dump(server.pid());
                assertThat(HeapDump.copies(dump, read, large.substring(0, 42), put))
                        .as("copies of what was read, of what was large, of what was put")
                        .isEmpty();
            }
        } finally {
            open.forEach(SsmClient::close);
        }
    }

    private static void put(SsmClient ssm, String name, String value) {
        ssm.putParameter(request -> request.name(name).value(value).type(ParameterType.SECURE_STRING));
    }

    private static String value(SsmClient ssm, String name) {
        return ssm.getParameter(get -> get.name(name).withDecryption(true))
                .parameter()
                .value();
    }

    private Path dump(long pid) throws IOException, InterruptedException {
        Path dump = folder.resolve("heap.hprof");
        Process command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(pid),
                        "GC.heap_dump",
                        "-all",
                        dump.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("jcmd.log").toFile())
                .start();
        assertThat(command.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(dump).isNotEmptyFile();
        return dump;
    }
}
