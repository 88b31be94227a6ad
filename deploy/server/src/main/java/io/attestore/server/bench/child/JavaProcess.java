package io.attestore.server.bench.child;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts a main class in a JVM of its own, from the class path of this one and with this one's options: the launcher
 * gives the same options and the same AOT cache to every command, so what is measured runs as {@code ./attestore start}
 * runs it.
 */
final class JavaProcess {

    private static final String SERVER = "io.attestore.server.AttestoreServer";
    private static final String JAR = "attestore-server.jar";
    private static final String JAR_LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    private JavaProcess() {}

    /** The server, as the launcher starts it. Its class is named only: it knows this package by its commands. */
    static Process server(List<String> arguments) throws IOException {
        String classPath = classPath();
        return start(isJar(classPath) ? List.of("-jar", classPath) : List.of("-cp", classPath, SERVER), arguments);
    }

    static Process main(Class<?> main, List<String> arguments) throws IOException {
        String classPath = classPath();
        List<String> launch = isJar(classPath) && bringsItsClassLoader()
                ? List.of("-Dloader.main=" + main.getName(), "-cp", classPath, JAR_LAUNCHER)
                : List.of("-cp", classPath, main.getName());
        return start(launch, arguments);
    }

    private static Process start(List<String> launch, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options());
        command.addAll(launch);
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    }

    /** What this JVM was given, but for the agents of whoever watches it: two cannot write one file. */
    static List<String> options() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-javaagent:") && !option.startsWith("-agentlib:"))
                .toList();
    }

    private static String classPath() {
        return System.getProperty("java.class.path", "");
    }

    private static boolean isJar(String classPath) {
        return classPath.endsWith(JAR);
    }

    /** As it was built, with its libraries in it. Unpacked, its manifest names the jars beside it. */
    private static boolean bringsItsClassLoader() {
        return ClassLoader.getSystemResource(JAR_LAUNCHER.replace('.', '/') + ".class") != null;
    }
}
