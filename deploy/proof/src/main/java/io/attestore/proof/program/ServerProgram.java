package io.attestore.proof.program;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a server is started in a JVM of its own: from its jar, which the launcher names together with the AOT cache that
 * fits no other program, or from this JVM's class path where a build runs its tests.
 */
public final class ServerProgram {

    /** The server's jar. */
    static final String JAR = "attestore.server.jar";

    /** The AOT cache of that jar; none if not set. */
    static final String CACHE = "attestore.server.aot-cache";

    private static final String OURS = "-Dattestore.server.";
    private static final String PROGRAMS = "-Dattestore.postgres.programs=";
    private static final String MAIN_CLASS = "io.attestore.server.AttestoreServer";

    private ServerProgram() {}

    /** The Java of this JVM. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * The words before the server's own arguments: its jar, or the class path and its main class.
     *
     * @throws IllegalArgumentException if neither is known
     */
    public static List<String> launch() {
        return launch(property(JAR), System.getProperty("java.class.path", ""));
    }

    static List<String> launch(Optional<String> jar, String classPath) {
        if (jar.isPresent()) {
            return List.of("-jar", jar.get());
        }
        if (!classPath.contains(File.pathSeparator)) {
            throw new IllegalArgumentException("-D" + JAR + "=FILE has to name the server's jar, as ./attestore does");
        }
        return List.of("-cp", classPath, MAIN_CLASS);
    }

    /** Options for a start as quick as the launcher's; they are good for servers with another heap, too. */
    public static List<String> quickStart() {
        return Stream.concat(cache(), given().filter(option -> option.startsWith(PROGRAMS)))
                .toList();
    }

    /** The options that the launcher starts a server with: what it gave this JVM, and the server's own cache. */
    public static List<String> options() {
        return Stream.concat(given(), cache()).toList();
    }

    /** As {@link #options}, without a cache: for a program that is not the server, or has none yet. */
    public static List<String> optionsWithoutCache() {
        return given().toList();
    }

    /** What this JVM was given, but for the agents of whoever watches it: two cannot write one file. */
    private static Stream<String> given() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-javaagent:")
                        && !option.startsWith("-agentlib:")
                        && !option.startsWith(OURS));
    }

    private static Stream<String> cache() {
        return property(CACHE).map(file -> "-XX:AOTCache=" + file).stream();
    }

    private static Optional<String> property(String name) {
        return Optional.ofNullable(System.getProperty(name)).filter(value -> !value.isEmpty());
    }
}
