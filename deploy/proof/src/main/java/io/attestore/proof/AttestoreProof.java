package io.attestore.proof;

import io.attestore.proof.bench.Bench;
import io.attestore.proof.torture.Campaign;
import io.attestore.proof.torture.TortureCommand;
import io.attestore.proof.torture.crash.CrashCampaign;
import io.attestore.proof.torture.faults.FaultsCampaign;
import io.attestore.proof.torture.hostile.HostileCampaign;
import io.attestore.proof.torture.nodes.NodesCampaign;
import io.attestore.proof.torture.overload.OverloadCampaign;
import io.attestore.proof.training.TrainingException;
import io.attestore.proof.training.TrainingRun;
import io.attestore.server.FailureLine;
import java.util.List;

/** The commands of the jar that tries servers out. Exit codes: 0 done, 1 failed, 2 wrong usage. */
public final class AttestoreProof {

    static final String HELP = """
            Usage: java -Dattestore.server.jar=FILE -jar attestore-proof.jar COMMAND [OPTION…]

              bench    measures what a recorded read costs on this machine
              torture  does a store harm and checks that it kept its promises
              train    starts, calls and stops a server in a new data directory, whose JVM notes what is used
              --help   this text

            bench --help, bench --large --help and torture --help tell more. Options of train:
              --data DIR              the data directory: it must not be there yet, and can be thrown away afterwards
              --aot-configuration FILE
                                      where the server's JVM writes what it has noted

            FILE is the server's jar; ./attestore names it, with its AOT cache (-Dattestore.server.aot-cache=FILE).""";

    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    /** What the torture command can do, in the order in which it does all of it. */
    private static final List<Campaign> CAMPAIGNS = List.of(
            new CrashCampaign(),
            new FaultsCampaign(),
            new NodesCampaign(),
            new OverloadCampaign(),
            new HostileCampaign());

    private AttestoreProof() {}

    public static void main(String[] arguments) {
        int exitCode = run(List.of(arguments));
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    static int run(List<String> arguments) {
        String command = arguments.isEmpty() ? "" : arguments.getFirst();
        List<String> rest = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
        try {
            return switch (command) {
                case "bench" -> Bench.run(rest, System.out::println);
                case "torture" -> new TortureCommand(CAMPAIGNS, System.out::println).run(rest);
                case "train" -> TrainingRun.run(rest);
                case "help", "--help", "-h" -> help();
                default -> wrongUsage("there is no command '" + command + "', see --help");
            };
        } catch (IllegalArgumentException wrong) {
            return wrongUsage(String.valueOf(wrong.getMessage()));
        } catch (TrainingException failure) {
            return failed(String.valueOf(failure.getMessage()));
        } catch (RuntimeException failure) {
            return failed(FailureLine.of(failure));
        }
    }

    private static int help() {
        System.out.println(HELP);
        return 0;
    }

    private static int wrongUsage(String message) {
        System.err.println("attestore: " + message);
        return WRONG_USAGE;
    }

    private static int failed(String message) {
        System.err.println("attestore: " + message);
        return FAILED;
    }
}
