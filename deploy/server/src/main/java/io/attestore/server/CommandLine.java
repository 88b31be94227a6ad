package io.attestore.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The arguments of the jar: a command and its options. An option is a setting's short name.
 *
 * @param settings what the options set, by property name
 * @param rest the arguments of a command that reads them itself
 */
record CommandLine(Command command, Map<String, String> settings, List<String> rest) {

    enum Command {
        START,
        VERIFY,
        CALL,
        REBUILD,
        SHRED,
        EXPORT_KEYS,
        IMPORT_KEYS,
        WEBHOOKS,
        SEAL,
        UNSEAL,
        HELP
    }

    static final String HELP = """
            Usage: java -jar attestore-server.jar [COMMAND] [OPTION…]

              start    starts the server (this is the default)
              verify   checks the record from its first event to its last, and all that belongs to it
              call     calls an operation that AWS's tools do not know
              rebuild  rebuilds read models of a running server from the log
              shred    tells how far destructions are complete; --now completes those that are due, and waits
              export-keys, import-keys
                       seals the keys beside the database to a public key (--to PEM --out FILE), and puts them
                       back (--key PEM --in FILE)
              webhooks tells how webhooks stand; redeliver NAME tells one its dead letters again
              seal     stops all disclosure on every node, with --reason TEXT; --status tells how it stands
              unseal   ends that, with --reason TEXT if one is to be recorded
              --help   this text

            Options of start and verify:
              --data DIR              the data directory (ATTESTORE_DATA, ./data)
            Options of start:
              --host ADDRESS          where the API listens (ATTESTORE_HOST, 127.0.0.1)
              --port PORT             its TCP port; 0 takes a free one (ATTESTORE_PORT, 7300)
              --management-host ADDRESS, --management-port PORT
                                      health and metrics (ATTESTORE_MANAGEMENT_HOST, 127.0.0.1;
                                      ATTESTORE_MANAGEMENT_PORT, 7301)
              --bootstrap FILE        accounts that must exist: a JSON array of objects with account_id,
                                      access_key and secret_key (ATTESTORE_BOOTSTRAP)

            An external PostgreSQL: ATTESTORE_JDBC_URL, ATTESTORE_JDBC_USER and ATTESTORE_JDBC_PASSWORD_FILE, a file
            with that role's password, or ATTESTORE_JDBC_PASSWORD, the password itself.""";

    private static final Map<String, String> PROPERTIES = Map.of(
            "--data", "attestore.data",
            "--host", "attestore.host",
            "--port", "attestore.port",
            "--management-host", "attestore.management.host",
            "--management-port", "attestore.management.port",
            "--bootstrap", "attestore.bootstrap");

    /** @throws UsageException if a command or option is not known, or lacks its value */
    static CommandLine parse(List<String> arguments) {
        if (arguments.isEmpty() || arguments.getFirst().startsWith("--") && !isHelp(arguments.getFirst())) {
            return new CommandLine(Command.START, options(arguments), List.of());
        }
        List<String> rest = arguments.subList(1, arguments.size());
        return switch (arguments.getFirst()) {
            case "start" -> withOptions(Command.START, rest);
            case "verify" -> withOptions(Command.VERIFY, rest);
            case "call" -> new CommandLine(Command.CALL, Map.of(), rest);
            case "rebuild" -> managing(Command.REBUILD, rest);
            case "shred" -> managing(Command.SHRED, rest);
            case "export-keys" -> managing(Command.EXPORT_KEYS, rest);
            case "import-keys" -> managing(Command.IMPORT_KEYS, rest);
            case "webhooks" -> managing(Command.WEBHOOKS, rest);
            case "seal" -> managing(Command.SEAL, rest);
            case "unseal" -> managing(Command.UNSEAL, rest);
            case "help", "--help", "-h" -> new CommandLine(Command.HELP, Map.of(), List.of());
            case String unknown -> throw new UsageException("there is no command '" + unknown + "', see --help");
        };
    }

    private static CommandLine managing(Command command, List<String> rest) {
        return rest.stream().anyMatch(CommandLine::isHelp)
                ? new CommandLine(Command.HELP, Map.of(), List.of())
                : new CommandLine(command, Map.of(), rest);
    }

    private static CommandLine withOptions(Command command, List<String> rest) {
        return rest.stream().anyMatch(CommandLine::isHelp)
                ? new CommandLine(Command.HELP, Map.of(), List.of())
                : new CommandLine(command, options(rest), List.of());
    }

    private static Map<String, String> options(List<String> arguments) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String[] nameAndValue = arguments.get(i).split("=", 2);
            String property = PROPERTIES.get(nameAndValue[0]);
            if (property == null) {
                throw new UsageException("unknown option '" + nameAndValue[0] + "', see --help");
            }
            if (nameAndValue.length == 2) {
                settings.put(property, nameAndValue[1]);
            } else if (++i < arguments.size()) {
                settings.put(property, arguments.get(i));
            } else {
                throw new UsageException(nameAndValue[0] + " needs a value");
            }
        }
        return settings;
    }

    private static boolean isHelp(String argument) {
        return argument.equals("--help") || argument.equals("-h");
    }

    /** The arguments are not what a command understands. */
    static final class UsageException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message, null, false, false);
        }
    }
}
