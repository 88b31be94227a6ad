package io.attestore.server;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The script {@code ./attestore}, run with a JDK and a Maven that only write down how they were called. */
class LauncherTest {

    private static final Path SCRIPT =
            Path.of("../../attestore").toAbsolutePath().normalize();
    private static final int SECONDS_MAX = 30;

    @TempDir
    private Path folder;

    private Path home;
    private Path jar;
    private Path proof;

    @BeforeEach
    void copyTheScriptBesideItsJars() throws IOException {
        home = Files.createDirectories(folder.resolve("attestore home"));
        Files.copy(SCRIPT, home.resolve("attestore"));
        jar = home.resolve("deploy/server/target/attestore-server.jar");
        Files.createDirectories(jar.getParent());
        Files.createFile(jar);
        proof = home.resolve("deploy/proof/target/attestore-proof.jar");
        Files.createDirectories(proof.getParent());
        Files.createFile(proof);
    }

    @Test
    void start_hands_over_to_the_server_with_every_setting_spelt_out() throws Exception {
        Outcome outcome = run(Map.of("JAVA_HOME", jdk("25.0.1")), "start");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output())
                .contains("--enable-native-access=ALL-UNNAMED", "-XX:+ExitOnOutOfMemoryError", "-Xmx1g")
                .containsSubsequence(
                        "-jar", jar.toString(), "start", "--data", "./data", "--host", "127.0.0.1", "--port", "7300")
                .endsWith("--management-port", "7301");
    }

    @Test
    void an_option_wins_over_the_environment_and_the_environment_over_the_default() throws Exception {
        Path bootstrap = Files.createFile(folder.resolve("first accounts.json"));
        Outcome outcome = run(
                Map.of(
                        "JAVA_HOME", jdk("26"),
                        "ATTESTORE_DATA", "/from environment",
                        "ATTESTORE_PORT", "8000",
                        "ATTESTORE_MANAGEMENT_PORT", "8001",
                        "ATTESTORE_JAVA_OPTIONS", "-Xmx4g -Dmore=1"),
                "start",
                "--port=9000",
                "--bootstrap",
                bootstrap.toString());

        assertThat(outcome.output())
                .containsSubsequence("-Xmx1g", "-Xmx4g", "-Dmore=1", "-jar")
                .containsSubsequence("--data", "/from environment")
                .containsSubsequence("--port", "9000", "--management-port", "8001")
                .containsSubsequence("--bootstrap", bootstrap.toString());
    }

    @Test
    void a_termination_signal_reaches_the_server() throws Exception {
        Path jdk = Path.of(jdk("25"));
        script(
                jdk.resolve("bin/java"),
                "trap 'echo stopped in order; exit 0' TERM; echo up; while :; do sleep 0.1; done");
        Process process = process(Map.of("JAVA_HOME", jdk.toString()), "start");
        try (var reader = process.inputReader()) {
            assertThat(reader.readLine()).isEqualTo("up");
            process.toHandle().destroy();
            assertThat(reader.readLine()).isEqualTo("stopped in order");
        }
        assertThat(process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"17.0.2", "24", "1.8.0_402"})
    void an_older_jdk_is_passed_over_for_a_newer_one_in_the_usual_places(String older) throws Exception {
        Path newer = Path.of(jdk("25.0.3"));
        Outcome outcome = run(
                Map.of(
                        "JAVA_HOME",
                        jdk(older),
                        "ATTESTORE_JDK_SEARCH",
                        folder.resolve("none/*") + ":" + newer.getParent() + "/*"),
                "verify");

        assertThat(outcome.exitCode()).as(outcome.errors()).isZero();
        assertThat(outcome.output()).containsSubsequence("verify", "--data", "./data");
    }

    @Test
    void without_a_jdk_it_says_where_it_looked() throws Exception {
        Outcome outcome = run(Map.of("JAVA_HOME", jdk("17"), "ATTESTORE_JDK_SEARCH", "/nowhere/*"), "start");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.errors()).contains("no JDK 25 or newer", "jdk-17", "/nowhere/*");
    }

    @Test
    void env_prints_the_file_of_the_data_directory_without_any_jdk() throws Exception {
        Path data = Files.createDirectories(folder.resolve("some data"));
        Files.writeString(data.resolve("env"), "export AWS_REGION=eu-central-1\n");

        Outcome outcome = run(Map.of(), "env", "--data", data.toString());

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output()).containsExactly("export AWS_REGION=eu-central-1");
    }

    @Test
    void env_of_a_directory_without_a_server_fails_and_prints_no_exports() throws Exception {
        Outcome outcome = run(Map.of(), "env", "--data", folder.toString());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.output()).isEmpty();
        assertThat(outcome.errors()).contains("has a server been started");
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "env", "verify", "test"})
    void every_command_has_help_that_needs_nothing(String command) throws Exception {
        Outcome outcome = run(Map.of(), command, "--help");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output().getFirst()).startsWith("Usage: ").contains(command);
    }

    @ParameterizedTest
    @CsvSource({
        "start,--nonsense,x",
        "start,--nonsense=x,",
        "start,--port,0",
        "start,--port,65536",
        "start,--port,080",
        "start,--port,7301",
        "start,--port,",
        "start,stray,",
        "env,--port,7300",
        "verify,--bootstrap,x",
        "test,--nonsense,",
        "nonsense,,"
    })
    void wrong_usage_is_refused_before_anything_runs(String command, String option, String value) throws Exception {
        var arguments = new ArrayList<String>();
        for (String argument : new String[] {command, option, value}) {
            if (argument != null) {
                arguments.add(argument);
            }
        }
        Outcome outcome = run(Map.of("JAVA_HOME", jdk("25")), arguments.toArray(String[]::new));

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.output()).isEmpty();
        assertThat(outcome.errors()).startsWith("attestore: ").contains("--help");
    }

    @Test
    void the_jar_is_built_once_and_again_when_a_source_is_newer() throws Exception {
        Files.createFile(home.resolve("pom.xml"));
        Path source = Files.createDirectories(home.resolve("deploy/server/src/main/java"))
                .resolve("Server.java");
        Files.createFile(source);
        Files.delete(jar);
        Path tools = Files.createDirectories(folder.resolve("tools"));
        script(
                tools.resolve("mvn"),
                "[ \"$1\" = --version ] && { echo 'Apache Maven 3.9.9'; exit; }; echo MAVEN \"$@\" >&2; touch '" + jar
                        + "' '" + proof + "'");
        Map<String, String> environment =
                Map.of("JAVA_HOME", jdk("25"), "PATH", tools + ":/usr/local/bin:/usr/bin:/bin");

        assertThat(run(environment, "verify").errors())
                .contains("Building Attestore (first start", "MAVEN -B -q -DskipTests", "-pl deploy/proof -am package");
        Outcome again = run(environment, "verify");
        assertThat(again.exitCode()).isZero();
        assertThat(again.errors()).doesNotContain("Building");
        assertThat(again.output()).isNotEmpty();
        Files.setLastModifiedTime(source, FileTime.from(Instant.parse("2100-01-01T00:00:00Z")));
        assertThat(run(environment, "verify").errors()).contains("sources have changed");
    }

    @Test
    void a_build_is_unpacked_and_trained_on_once_and_servers_start_from_that() throws Exception {
        Map<String, String> environment = Map.of("JAVA_HOME", jdkThatPrepares("25.0.1"), "ATTESTORE_AOT_CACHE", "now");

        Outcome first = run(environment, "start");
        assertThat(first.errors()).contains("Preparing for quick starts").doesNotContain("failed");
        Path launch = only(launches(), "*");
        Path cache = only(launch, "*.aot");
        assertThat(first.output())
                .containsSubsequence(
                        "-XX:AOTCache=" + cache,
                        "-Dattestore.postgres.programs=" + launch.resolve("postgres"),
                        "-jar",
                        launch.resolve("attestore-server.jar").toString(),
                        "start");
        assertThat(Files.readString(cache)).isEqualTo("cache of notes\n");
        assertThat(launch.resolve("postgres/bin-18")).isDirectory();

        Outcome second = run(environment, "start");
        assertThat(second.errors()).isEmpty();
        assertThat(second.output()).isEqualTo(first.output());
    }

    @Test
    void bench_and_torture_are_told_which_server_to_try_and_start_without_its_cache_themselves() throws Exception {
        Map<String, String> environment = Map.of("JAVA_HOME", jdkThatPrepares("25.0.1"), "ATTESTORE_AOT_CACHE", "now");

        for (String command : List.of("bench", "torture")) {
            Outcome outcome = run(environment, command, "--quick");

            Path launch = only(launches(), "*");
            assertThat(outcome.output())
                    .containsSubsequence(
                            "-Dattestore.postgres.programs=" + launch.resolve("postgres"),
                            "-Dattestore.server.jar=" + launch.resolve("attestore-server.jar"),
                            "-Dattestore.server.aot-cache=" + only(launch, "*.aot"),
                            "-jar",
                            proof.toString(),
                            command,
                            "--quick")
                    .noneMatch(option -> option.startsWith("-XX:AOTCache"));
        }
    }

    @Test
    void without_what_trains_it_a_server_starts_as_it_is() throws Exception {
        Files.delete(proof);

        Outcome outcome = run(Map.of("JAVA_HOME", jdkThatPrepares("25.0.1"), "ATTESTORE_AOT_CACHE", "now"), "start");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.output()).containsSubsequence("-jar", jar.toString(), "start");
    }

    @Test
    void the_training_run_knows_nothing_of_this_machines_store() throws Exception {
        run(
                Map.of(
                        "JAVA_HOME", jdkThatPrepares("25.0.1"),
                        "ATTESTORE_AOT_CACHE", "now",
                        "ATTESTORE_JDBC_PASSWORD", "hunter2",
                        "ATTESTORE_JAVA_OPTIONS", "-Xmx2g -Dattestore.jdbc.url=jdbc:postgresql://prod/db"),
                "start",
                "--data",
                folder.resolve("real").toString());

        assertThat(Files.readString(folder.resolve("training")))
                .contains("-Xmx2g", "-Dattestore.server.jar=" + only(launches(), "*"), "train --data")
                .doesNotContain(
                        "hunter2",
                        "ATTESTORE",
                        "prod/db",
                        folder.resolve("real").toString());
    }

    @Test
    void another_jar_jdk_or_option_of_the_jvm_gets_a_cache_of_its_own() throws Exception {
        Map<String, String> now = Map.of("JAVA_HOME", jdkThatPrepares("25.0.1"), "ATTESTORE_AOT_CACHE", "now");
        run(now, "start");

        assertThat(run(with(now, "ATTESTORE_JAVA_OPTIONS", "-Dmore=1"), "start").errors())
                .isEmpty();
        assertThat(run(with(now, "ATTESTORE_JAVA_OPTIONS", "-Xmx2g"), "start").errors())
                .contains("Preparing");
        assertThat(run(with(now, "JAVA_HOME", jdkThatPrepares("25.0.2")), "start")
                        .errors())
                .contains("Preparing");
        Files.writeString(jar, "another build");
        assertThat(run(now, "start").errors()).contains("Preparing");
        assertThat(run(now, "start").errors()).isEmpty();
    }

    @Test
    void a_training_that_fails_costs_a_start_nothing_and_is_not_tried_again() throws Exception {
        Map<String, String> environment = Map.of("JAVA_HOME", jdkThatPrepares("25.0.1"), "ATTESTORE_AOT_CACHE", "now");
        Files.createFile(folder.resolve("fail"));

        Outcome first = run(environment, "start");
        assertThat(first.exitCode()).isZero();
        assertThat(first.errors()).contains("Preparing", "That failed");
        assertThat(first.output()).contains("start").noneMatch(option -> option.startsWith("-XX:AOTCache"));
        assertThat(run(environment, "start").errors()).isEmpty();
        only(only(launches(), "*"), "*.failed");
    }

    @Test
    void a_folder_that_cannot_be_written_to_is_started_from_as_it_is() throws Exception {
        Files.createFile(launches());

        for (String when : List.of("now", "later")) {
            Outcome outcome = run(Map.of("JAVA_HOME", jdkThatPrepares("25.0.1"), "ATTESTORE_AOT_CACHE", when), "start");
            assertThat(outcome.exitCode()).isZero();
            assertThat(outcome.errors()).isEmpty();
            assertThat(outcome.output()).containsSubsequence("-jar", jar.toString(), "start");
        }
    }

    @Test
    void a_missing_cache_is_made_beside_the_server_that_does_not_wait_for_it() throws Exception {
        Outcome outcome = run(Map.of("JAVA_HOME", jdkThatPrepares("25.0.1"), "ATTESTORE_AOT_CACHE", "later"), "start");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.errors()).isEmpty();
        Instant limit = Instant.now().plusSeconds(SECONDS_MAX);
        while (!isPrepared() && Instant.now().isBefore(limit)) {
            Thread.sleep(20);
        }
        assertThat(isPrepared()).isTrue();
    }

    @Test
    void a_cache_that_the_jvm_cannot_read_does_not_keep_a_server_from_starting() throws Exception {
        writeJarOf(Echo.class);
        Path jdk = Path.of(jdkThatPrepares("25.0.1"));
        Path java = jdk.resolve("bin/java");
        String real = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        script(java, Files.readString(java).replace("printf '%s\\n' \"$@\"", "exec '" + real + "' \"$@\""));

        Outcome outcome = run(Map.of("JAVA_HOME", jdk.toString(), "ATTESTORE_AOT_CACHE", "now"), "start");

        assertThat(only(only(launches(), "*"), "*.aot")).isNotEmptyFile();
        assertThat(outcome.exitCode()).as(outcome.errors()).isZero();
        assertThat(outcome.output()).anyMatch(line -> line.startsWith("started with [start, --data"));
    }

    /** Stands in for the server where the JVM is a real one. */
    static final class Echo {

        public static void main(String[] arguments) {
            System.out.println("started with " + List.of(arguments));
        }
    }

    private void writeJarOf(Class<?> main) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main.getName());
        String file = main.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var in = requireNonNull(main.getClassLoader().getResourceAsStream(file))) {
            out.putNextEntry(new JarEntry(file));
            in.transferTo(out);
        }
    }

    private boolean isPrepared() throws IOException {
        if (!Files.isDirectory(launches())) {
            return false;
        }
        try (var tree = Files.walk(launches())) {
            List<String> names = tree.map(path -> path.getFileName().toString()).toList();
            return names.stream().anyMatch(name -> name.endsWith(".aot"))
                    && names.stream().noneMatch(name -> name.endsWith(".making") || name.startsWith("unfinished"));
        } catch (UncheckedIOException changing) {
            return false;
        }
    }

    private Path launches() {
        return jar.resolveSibling("launch");
    }

    private static Path only(Path parent, String pattern) throws IOException {
        try (var files = Files.newDirectoryStream(parent, pattern)) {
            var found = new ArrayList<Path>();
            files.forEach(found::add);
            assertThat(found).hasSize(1);
            return found.getFirst();
        }
    }

    private static Map<String, String> with(Map<String, String> environment, String name, String value) {
        var changed = new HashMap<>(environment);
        changed.put(name, value);
        return changed;
    }

    private record Outcome(int exitCode, List<String> output, String errors) {}

    private Outcome run(Map<String, String> environment, String... arguments) throws Exception {
        Path errors = folder.resolve("errors");
        Process process = process(environment, arguments);
        try (var reader = process.inputReader()) {
            List<String> output = reader.lines().toList();
            assertThat(process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
            return new Outcome(process.exitValue(), output, Files.readString(errors));
        }
    }

    private Process process(Map<String, String> environment, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(home.resolve("attestore").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(folder.resolve("errors").toFile());
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/local/bin:/usr/bin:/bin");
        builder.environment().put("ATTESTORE_JDK_SEARCH", "");
        builder.environment().put("ATTESTORE_AOT_CACHE", "off");
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** A JDK of this version whose java prints its arguments, one a line. */
    private String jdk(String version) throws IOException {
        Path jdk = folder.resolve("jdks").resolve("jdk-" + version);
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(jdk.resolve("bin/java"), "printf '%s\\n' \"$@\"");
        script(jdk.resolve("bin/javac"), "exit 1");
        return jdk.toString();
    }

    /** A JDK whose java unpacks, notes and makes caches of a few letters, and writes down how it was trained. */
    private String jdkThatPrepares(String version) throws IOException {
        String jdk = jdk(version);
        script(Path.of(jdk, "bin/java"), """
                case "$*" in
                  *jarmode=tools*) for last; do :; done; mkdir -p "$last"; cp "%1$s" "$last/attestore-server.jar" ;;
                  *-jar*' train '*)
                    [ ! -e "%2$s/fail" ] || exit 1
                    { echo "$*"; pwd; env; } >>"%2$s/training"
                    mkdir -p data/postgres/bin-18
                    for last; do :; done; echo notes >"$last" ;;
                  *AOTMode=create*)
                    for each; do
                      case "$each" in
                        -XX:AOTConfiguration=*) notes="$(cat "${each#*=}")" ;;
                        -XX:AOTCache=*) echo "cache of $notes" >"${each#*=}" ;;
                      esac
                    done ;;
                  *) printf '%%s\\n' "$@" ;;
                esac""".formatted(jar, folder));
        return jdk;
    }

    private static void script(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
