package io.attestore.proof.torture.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The processes of the PostgreSQL that runs in a directory, to do them harm. */
public record Postmaster(long pid) {

    /** @param directory an embedded server's own directory */
    public static Postmaster of(Path directory) throws IOException {
        return new Postmaster(Long.parseLong(Files.readAllLines(directory.resolve("data/postmaster.pid"))
                .getFirst()
                .strip()));
    }

    /** The one that runs in a directory, if there is one: a number that has passed to another program is not it. */
    static Optional<Postmaster> runningIn(Path directory) {
        try {
            Postmaster noted = of(directory);
            String commandLine = Files.readString(Path.of("/proc", Long.toString(noted.pid), "cmdline"));
            return Optional.of(noted)
                    .filter(_ -> commandLine.contains(directory.resolve("data").toString()));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** The postmaster dies; its children notice by themselves. */
    public void kill() {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** All of it dies at once, as when the machine does. */
    public void killWithChildren() {
        ProcessHandle.of(pid).ifPresent(postmaster -> {
            List<ProcessHandle> children = postmaster.descendants().toList();
            postmaster.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
        });
    }

    public boolean isAlive() {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    /** Nothing of it moves any more, as under a hypervisor that has paused the machine. */
    public void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    public void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", signal, Long.toString(pid)));
        ProcessHandle.of(pid).orElseThrow().descendants().forEach(child -> command.add(Long.toString(child.pid())));
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
