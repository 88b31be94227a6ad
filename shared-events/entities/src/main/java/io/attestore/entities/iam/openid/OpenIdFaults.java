package io.attestore.entities.iam.openid;

import io.attestore.contract.operation.AwsFault;
import io.attestore.entities.iam.IamFaults;
import io.attestore.events.id.Arn;

/** IAM's refusals of identity providers. */
public final class OpenIdFaults {

    private OpenIdFaults() {}

    public static AwsFault notFound(Arn provider) {
        return IamFaults.noSuchEntity("OpenIDConnect Provider not found for arn " + provider);
    }

    public static AwsFault alreadyExists(String url) {
        return IamFaults.alreadyExists("Provider with url https://" + url + " already exists.");
    }

    public static AwsFault invalidUrl() {
        return IamFaults.invalidInput("Invalid Open ID Connect Provider URL");
    }

    public static AwsFault tooManyThumbprints() {
        return IamFaults.invalidInput("Thumbprint list must contain fewer than 5 entries.");
    }

    public static AwsFault invalidThumbprint() {
        return IamFaults.invalidInput("Thumbprint must be 40 hexadecimal digits.");
    }
}
