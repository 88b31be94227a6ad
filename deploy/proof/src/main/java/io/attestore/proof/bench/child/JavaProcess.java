package io.attestore.proof.bench.child;

import io.attestore.proof.program.ServerProgram;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts what is measured in a JVM of its own, with the options that the launcher gives to every command: a server runs
 * as {@code ./attestore start} runs it.
 */
final class JavaProcess {

    private static final String JAR_LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    private JavaProcess() {}

    /** The server, from its own jar and with its own AOT cache. */
    static Process server(List<String> arguments) throws IOException {
        return start(ServerProgram.options(), ServerProgram.launch(), arguments);
    }

    /** A main class of this class path. */
    static Process main(Class<?> main, List<String> arguments) throws IOException {
        String classPath = System.getProperty("java.class.path", "");
        List<String> launch = bringsItsClassLoader()
                ? List.of("-Dloader.main=" + main.getName(), "-cp", classPath, JAR_LAUNCHER)
                : List.of("-cp", classPath, main.getName());
        return start(ServerProgram.optionsWithoutCache(), launch, arguments);
    }

    private static Process start(List<String> options, List<String> launch, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ServerProgram.java());
        command.addAll(options);
        command.addAll(launch);
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    }

    /** Whether this program was started from one jar with its libraries in it. */
    private static boolean bringsItsClassLoader() {
        return ClassLoader.getSystemResource(JAR_LAUNCHER.replace('.', '/') + ".class") != null;
    }
}
