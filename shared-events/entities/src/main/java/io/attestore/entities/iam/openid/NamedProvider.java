package io.attestore.entities.iam.openid;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Access;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Subject;
import io.attestore.contract.operation.TagConditions;
import io.attestore.entities.iam.IamFaults;
import io.attestore.events.id.Arn;
import java.util.Map;
import java.util.Optional;

/** Finds the identity provider that a call names by its ARN, and says what permission that takes. */
public final class NamedProvider {

    private static final String TYPE = "oidc-provider/";

    private NamedProvider() {}

    /** The one that the input names. */
    public static Operation.Subjects<OpenIdProvider> named() {
        return (input, call) -> {
            Arn arn = arn(input);
            return Subject.later(
                    () -> find(arn, call).orElseThrow(() -> OpenIdFaults.notFound(arn)), access(arn, call));
        };
    }

    /** The one that the input names, if it is there. */
    public static Operation.Subjects<Optional<OpenIdProvider>> perhaps() {
        return (input, call) -> {
            Arn arn = arn(input);
            return Subject.later(() -> find(arn, call), access(arn, call));
        };
    }

    private static Arn arn(Structure input) {
        return Arn.parse(input.text("OpenIDConnectProviderArn"))
                .filter(NamedProvider::isOfProvider)
                .orElseThrow(() -> IamFaults.invalidInput("Invalid ARN: Could not be parsed!"));
    }

    /** The one of an ARN, if the caller's account has it. */
    public static Optional<OpenIdProvider> find(Arn arn, Call call) {
        boolean isOwn = arn.account().equals(call.where().account().value());
        return isOwn
                ? call.load(OpenIdProviders.TYPE, call.where().account())
                        .find(arn.resource().substring(TYPE.length()))
                : Optional.empty();
    }

    /** Permission for the operation's own action on a provider, whether it is there or not. */
    public static Access access(Arn arn, Call call) {
        return call.access(arn)
                .where(key -> TagConditions.ofResource(
                        key,
                        () -> find(arn, call)
                                .map(provider -> provider.tags().values())
                                .orElse(Map.of())));
    }

    public static Arn arn(String url, Call call) {
        return new Arn("arn:" + call.where().region().partition() + ":iam::"
                + call.where().account() + ":" + TYPE + url);
    }

    private static boolean isOfProvider(Arn arn) {
        return arn.service().equals("iam")
                && arn.resource().startsWith(TYPE)
                && arn.resource().length() > TYPE.length();
    }
}
