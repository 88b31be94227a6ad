package io.attestore.command.iam.accesskey;

import io.attestore.entities.iam.IamFaults;

/** What an access key can be made. */
final class AccessKeyStatus {

    private AccessKeyStatus() {}

    static boolean isActive(String status) {
        return switch (status) {
            case "Active" -> true;
            case "Inactive" -> false;
            default -> throw IamFaults.invalidInput("The status " + status + " cannot be set.");
        };
    }
}
