package io.attestore.server.system;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The words of a command that runs a main class of this class path with this JVM's Java. */
final class JavaCommand {

    private JavaCommand() {}

    static List<String> of(List<String> jvmOptions, Class<?> main, String... arguments) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.add("--enable-native-access=ALL-UNNAMED");
        words.addAll(jvmOptions);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        words.addAll(List.of(arguments));
        return words;
    }
}
