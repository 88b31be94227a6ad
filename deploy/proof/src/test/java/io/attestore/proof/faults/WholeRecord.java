package io.attestore.proof.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.server.verify.VerifyCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an operator asks after a bad night: is the record whole, every position, hash, tag and anchor of it? */
final class WholeRecord {

    private WholeRecord() {}

    static void assertWhole(Path data) {
        assertWhole(data, Map.of());
    }

    static void assertWhole(Path data, Map<String, String> database) {
        Map<String, String> settings = new HashMap<>(database);
        settings.put("attestore.data", data.toString());
        List<String> lines = new ArrayList<>();
        int exitCode = VerifyCommand.run(settings, lines::add);
        assertThat(exitCode).as(String.join("\n", lines)).isZero();
        assertThat(lines).contains("The record is whole.");
    }
}
