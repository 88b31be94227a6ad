package io.attestore.server;

import io.attestore.server.Server.Running;
import io.attestore.server.client.CallLine;
import io.attestore.server.client.ManageLine;
import io.attestore.server.keycopy.KeysLine;
import io.attestore.server.verify.VerifyCommand;
import java.util.List;

/** The commands of the jar. Exit codes: 0 done, 1 failed, 2 wrong usage. */
public final class AttestoreServer {

    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private AttestoreServer() {}

    public static void main(String[] arguments) {
        int exitCode = run(List.of(arguments));
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    private static int run(List<String> arguments) {
        try {
            CommandLine line = CommandLine.parse(arguments);
            return switch (line.command()) {
                case START -> start(line);
                case VERIFY -> VerifyCommand.run(line.settings(), System.out::println);
                case CALL -> CallLine.run(line.rest(), System.getenv(), System.out::println, System.err::println);
                case REBUILD -> ManageLine.run("rebuild", line.rest(), System.getenv(), System.out::println);
                case SHRED -> ManageLine.run("shred", line.rest(), System.getenv(), System.out::println);
                case EXPORT_KEYS -> KeysLine.export(line.rest(), System.out::println);
                case IMPORT_KEYS -> KeysLine.restore(line.rest(), System.out::println);
                case WEBHOOKS -> ManageLine.run("webhooks", line.rest(), System.getenv(), System.out::println);
                case SEAL -> ManageLine.run("seal", line.rest(), System.getenv(), System.out::println);
                case UNSEAL -> ManageLine.run("unseal", line.rest(), System.getenv(), System.out::println);
                case HELP -> help();
            };
        } catch (CommandLine.UsageException wrong) {
            System.err.println("attestore: " + wrong.getMessage());
            return WRONG_USAGE;
        } catch (RuntimeException failure) {
            System.err.println("attestore: " + FailureLine.of(failure));
            return FAILED;
        }
    }

    /** The server goes on in its own threads until the process is told to stop (SIGTERM, Ctrl-C). */
    private static int start(CommandLine line) {
        Running running = Server.start(line.settings(), System.out::println);
        System.out.println("Attestore is ready on " + running.endpoint());
        System.out.flush();
        return 0;
    }

    private static int help() {
        System.out.println(CommandLine.HELP);
        return 0;
    }
}
