package io.attestore.server;

import io.attestore.server.Server.Running;
import io.attestore.server.bench.Bench;
import io.attestore.server.client.CallLine;
import io.attestore.server.client.ManageLine;
import io.attestore.server.keycopy.KeysLine;
import io.attestore.server.torture.Campaign;
import io.attestore.server.torture.TortureCommand;
import io.attestore.server.torture.crash.CrashCampaign;
import io.attestore.server.torture.faults.FaultsCampaign;
import io.attestore.server.torture.faults.ServerStarter;
import io.attestore.server.torture.hostile.HostileCampaign;
import io.attestore.server.torture.nodes.NodesCampaign;
import io.attestore.server.torture.overload.OverloadCampaign;
import io.attestore.server.training.TrainingRun;
import io.attestore.server.verify.VerifyCommand;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The commands of the jar. Exit codes: 0 done, 1 failed, 2 wrong usage. */
public final class AttestoreServer {

    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    /** What the torture command can do, in the order in which it does all of it. */
    private static final List<Campaign> CAMPAIGNS = List.of(
            new CrashCampaign(),
            new FaultsCampaign(AttestoreServer::startHere),
            new NodesCampaign(),
            new OverloadCampaign(),
            new HostileCampaign());

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
                case BENCH -> Bench.run(line.rest(), System.out::println);
                case TORTURE -> new TortureCommand(CAMPAIGNS, System.out::println).run(line.rest());
                case CALL -> CallLine.run(line.rest(), System.getenv(), System.out::println, System.err::println);
                case REBUILD -> ManageLine.run("rebuild", line.rest(), System.getenv(), System.out::println);
                case SHRED -> ManageLine.run("shred", line.rest(), System.getenv(), System.out::println);
                case EXPORT_KEYS -> KeysLine.export(line.rest(), System.out::println);
                case IMPORT_KEYS -> KeysLine.restore(line.rest(), System.out::println);
                case WEBHOOKS -> ManageLine.run("webhooks", line.rest(), System.getenv(), System.out::println);
                case SEAL -> ManageLine.run("seal", line.rest(), System.getenv(), System.out::println);
                case UNSEAL -> ManageLine.run("unseal", line.rest(), System.getenv(), System.out::println);
                case TRAIN -> train(line);
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

    private static int train(CommandLine line) {
        TrainingRun.run(line.settings(), AttestoreServer::startHere);
        return 0;
    }

    private static ServerStarter.Started startHere(Map<String, String> settings, Clock clock) {
        Running running = Server.start(settings, clock, step -> {});
        return new ServerStarter.Started(running.endpoint(), running.management(), running);
    }

    private static int help() {
        System.out.println(CommandLine.HELP);
        return 0;
    }
}
