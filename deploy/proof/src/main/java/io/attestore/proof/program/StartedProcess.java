package io.attestore.proof.program;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What it takes to start a process that listens, and to learn where. */
public final class StartedProcess {

    private StartedProcess() {}

    /** A port of the loopback interface that was free a moment ago. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /**
     * Waits for the line that says that it is ready; what it prints from then on is read and thrown away.
     *
     * @param ready its first group is what is looked for
     * @return empty if its output ended without that line
     */
    public static Optional<String> awaitLine(Process process, Pattern ready) throws IOException {
        BufferedReader output = process.inputReader(UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher found = ready.matcher(line);
            if (found.find()) {
                Thread.ofVirtual().start(() -> drain(output));
                return Optional.of(found.group(1));
            }
        }
        return Optional.empty();
    }

    /** A process whose output nobody reads stops when the pipe is full. */
    private static void drain(BufferedReader output) {
        try {
            output.transferTo(Writer.nullWriter());
        } catch (IOException ended) {
            // So has the process.
        }
    }
}
