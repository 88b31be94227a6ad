package io.attestore.query.iam.simulation;

import io.attestore.events.id.Arn;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Scenarios of EC2's RunInstances, each of which needs resources of certain types. There is no EC2 here, but its
 * policies can be tried out.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulateCustomPolicy.html">IAM: SimulateCustomPolicy,
 *     ResourceHandlingOption</a>
 */
final class ResourceHandling {

    private static final String ACTION = "ec2:RunInstances";
    private static final List<String> EVERYWHERE = List.of("instance", "image", "security-group", "network-interface");

    /** By option: what is needed beside the resources that are needed everywhere. */
    private static final Map<String, List<String>> OPTIONS = Map.of(
            "EC2-VPC-InstanceStore", List.of(),
            "EC2-VPC-InstanceStore-Subnet", List.of("subnet"),
            "EC2-VPC-EBS", List.of("volume"),
            "EC2-VPC-EBS-Subnet", List.of("subnet", "volume"));

    private ResourceHandling() {}

    static void check(Optional<String> option, List<String> actions, List<String> resources) {
        option.ifPresent(name -> check(name, actions, resources));
    }

    private static void check(String option, List<String> actions, List<String> resources) {
        List<String> more = OPTIONS.get(option);
        if (more == null) {
            throw SimulationFaults.noHandling("There is no option " + option);
        }
        for (String action : actions) {
            if (!action.equalsIgnoreCase(ACTION)) {
                throw SimulationFaults.noHandling("Action does not support resource handling options: " + action);
            }
        }
        EVERYWHERE.forEach(type -> require(type, option, resources));
        more.forEach(type -> require(type, option, resources));
    }

    private static void require(String type, String option, List<String> resources) {
        boolean there = resources.stream()
                .flatMap(resource -> Arn.parse(resource).stream())
                .anyMatch(arn -> arn.service().equals("ec2") && arn.resource().startsWith(type + "/"));
        if (!there) {
            throw SimulationFaults.noHandling(option + " requires a resource of type " + type);
        }
    }
}
