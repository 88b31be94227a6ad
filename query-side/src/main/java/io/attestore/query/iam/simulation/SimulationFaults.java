package io.attestore.query.iam.simulation;

import io.attestore.contract.operation.AwsFault;
import io.attestore.entities.iam.IamFaults;

/** Refusals of what cannot be simulated, in IAM's words as far as they are known. */
final class SimulationFaults {

    private SimulationFaults() {}

    static AwsFault notAnEntity(String arn) {
        return IamFaults.invalidInput("Invalid Entity Arn: " + arn + " does not clearly define entity type and name.");
    }

    static AwsFault noCaller() {
        return IamFaults.invalidInput("Invalid caller - Caller cannot be null or empty.");
    }

    static AwsFault callerIsNoUser() {
        return IamFaults.invalidInput("Invalid caller - Caller must be an IAM user in this context.");
    }

    static AwsFault notAnOwner(String owner) {
        return IamFaults.invalidInput("'" + owner + "' is not a valid as a Resource Owner.");
    }

    static AwsFault notAnArn(String resource) {
        return IamFaults.invalidInput("ResourceNames are not in a valid ARN format: " + resource + ".");
    }

    static AwsFault notAnAction(String action) {
        return IamFaults.invalidInput("Invalid Input Actions: " + action
                + " must have the service and the name of an operation, without wildcards.");
    }

    static AwsFault severalBoundaries() {
        return IamFaults.invalidInput("The list of Permissions Boundary policies cannot exceed 1 items.");
    }

    /** @param source how results name the document */
    static AwsFault malformed(String source, String text) {
        return IamFaults.invalidInput("Invalid Input Policy: " + source + ": " + text);
    }

    static AwsFault notApplicable(String resource) {
        return IamFaults.invalidInput("Invalid Input Policy: ResourcePolicy is not applicable to " + resource + ".");
    }

    static AwsFault roleAsResource(String resource) {
        return IamFaults.invalidInput(
                "Simulation of resource-based policies isn't supported for IAM roles: " + resource + ".");
    }

    static AwsFault noHandling(String detail) {
        return IamFaults.invalidInput("Invalid input resource handling options. " + detail + ".");
    }

    static AwsFault contextEntry(String detail) {
        return IamFaults.invalidInput("Invalid Context Entries: " + detail + ".");
    }
}
