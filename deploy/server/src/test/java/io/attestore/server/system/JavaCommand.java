package io.attestore.server.system;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of a command that runs a main class of this class path with this JVM's Java, and with PostgreSQL's programs
 * from where this JVM has them.
 */
public final class JavaCommand {

    private static final String PROGRAMS = "attestore.postgres.programs";

    /** Such a process lives for seconds: what a better compiler would do for it later costs the others now. */
    private static final String QUICK_TO_START = "-XX:TieredStopAtLevel=1";

    private JavaCommand() {}

    public static List<String> of(List<String> jvmOptions, Class<?> main, String... arguments) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.add("--enable-native-access=ALL-UNNAMED");
        words.add(QUICK_TO_START);
        String programs = System.getProperty(PROGRAMS);
        if (programs != null) {
            words.add("-D" + PROGRAMS + "=" + programs);
        }
        words.addAll(jvmOptions);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        words.addAll(List.of(arguments));
        return words;
    }
}
