package io.attestore.server.client;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The command {@code call OPERATION [JSON]}: signs with the environment's access key, posts, prints the answer. */
public final class CallLine {

    public static final String HELP = """
            Usage: ./attestore call OPERATION [JSON]

            Calls an operation that AWS's tools do not know, and prints its answer. It is signed with AWS_ACCESS_KEY_ID,
            AWS_SECRET_ACCESS_KEY (and AWS_SESSION_TOKEN) for AWS_REGION and sent to AWS_ENDPOINT_URL, all of which
            eval "$(./attestore env)" sets. Exit code 1: the call was refused.

              DestroyParameterVersion '{"Name": "/prod/db/password", "Version": 3}'
                  destroys the value of one version and leaves the others
              RestoreParameter '{"Name": "/prod/db/password"}'
                  brings back a parameter that was deleted, if attestore.parameters.restore-window retains it
              DestroyDeletedParameter '{"Name": "/prod/db/password"}'
                  destroys at once what is retained of deleted parameters of this name
              DescribeInventory '{"AsOfTime": 1763726400}'
                  tells which parameters there were at that moment (seconds since 1970), or at a position of the log
                  ("AsOfPosition"), without their values
              PutLock '{"Name": "incident-7", "Kind": "AccessKey", "Target": "AKIA…", "Reason": "leaked"}'
                  refuses everything to that key at once, on every node, until DeleteLock '{"Name": "incident-7"}';
                  Kind: Principal, AccessKey, Session, Network or Resource; "Until" (seconds since 1970) ends it
              ListLocks
                  tells which locks the account has""";

    private static final Pattern OPERATION = Pattern.compile("[A-Za-z]{1,64}");
    private static final int REFUSED = 1;

    private CallLine() {}

    /**
     * @return the exit code
     * @throws CallException if the call cannot be made
     */
    public static int run(
            List<String> arguments, Map<String, String> environment, Consumer<String> out, Consumer<String> err) {
        if (arguments.isEmpty() || arguments.contains("--help") || arguments.contains("-h")) {
            out.accept(HELP);
            return 0;
        }
        if (arguments.size() > 2 || !OPERATION.matcher(arguments.getFirst()).matches()) {
            throw new CallException("call takes an operation and its input as JSON, see ./attestore call --help");
        }
        String input = arguments.size() == 2 ? arguments.get(1) : "{}";
        try (AttestoreClient client =
                new AttestoreClient(endpoint(environment), ClientCredentials.of(environment), Clock.systemUTC())) {
            AttestoreClient.Answer answer = client.call(arguments.getFirst(), input);
            (answer.isOk() ? out : err).accept(answer.body());
            return answer.isOk() ? 0 : REFUSED;
        }
    }

    private static URI endpoint(Map<String, String> environment) {
        String text = ClientCredentials.required(environment, "AWS_ENDPOINT_URL");
        try {
            URI endpoint = URI.create(text);
            if (endpoint.getHost() != null) {
                return endpoint;
            }
        } catch (IllegalArgumentException e) {
            throw new CallException("AWS_ENDPOINT_URL is no address: " + text);
        }
        throw new CallException("AWS_ENDPOINT_URL is no address: " + text);
    }
}
