package io.attestore.server.shredding;

import io.attestore.server.Server;
import java.nio.file.Path;
import java.util.Map;

/**
 * A server in a process of its own that rolls what is due, and ends by no doing of its own (as by SIGKILL) when a step is
 * reached. Arguments: the data directory, the step.
 */
final class HaltingServer {

    static final int HALTED = 137;

    private HaltingServer() {}

    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments[0]);
        RollStep last = RollStep.valueOf(arguments[1]);
        Server.Running running = Server.start(
                Map.of("attestore.data", data.toString(), "attestore.port", "0", "attestore.management.port", "0"),
                step -> {});
        running.context().getBean(Shredder.class).rollAll(step -> {
            if (step == last) {
                Runtime.getRuntime().halt(HALTED);
            }
        });
        running.close();
    }
}
