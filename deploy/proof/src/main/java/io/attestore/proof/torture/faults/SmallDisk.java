package io.attestore.proof.torture.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A small file system in memory (tmpfs). To mount it takes root, or CAP_SYS_ADMIN. */
final class SmallDisk implements AutoCloseable {

    private static final int MEGABYTES = 448;
    private static final long SECONDS_MAX = 20;

    private final Path path;

    private SmallDisk(Path path) {
        this.path = path;
    }

    /** Empty where it may not be mounted. */
    static Optional<SmallDisk> mount(Path path) throws IOException, InterruptedException {
        Files.createDirectories(path);
        boolean mounted = succeeds(
                List.of("mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m,mode=755", "tmpfs", path.toString()));
        return mounted ? Optional.of(new SmallDisk(path)) : Optional.empty();
    }

    Path path() {
        return path;
    }

    /** Fills it to the last byte. */
    void fill() throws IOException {
        byte[] block = new byte[1 << 16];
        try (OutputStream ballast = Files.newOutputStream(ballast())) {
            while (true) {
                ballast.write(block);
            }
        } catch (IOException full) {
            if (Files.size(ballast()) == 0) {
                throw full;
            }
        }
    }

    void free() throws IOException {
        Files.deleteIfExists(ballast());
    }

    private Path ballast() {
        return path.resolve("ballast");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (!succeeds(List.of("umount", path.toString())) && !succeeds(List.of("umount", "-l", path.toString()))) {
            throw new IOException(path + " cannot be unmounted");
        }
    }

    private static boolean succeeds(List<String> command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(SECONDS_MAX, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
