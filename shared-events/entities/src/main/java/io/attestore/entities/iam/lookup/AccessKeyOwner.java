package io.attestore.entities.iam.lookup;

import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Subject;
import io.attestore.entities.iam.Account;
import io.attestore.entities.iam.HeldAccessKeys;
import io.attestore.entities.iam.IamFaults;
import io.attestore.entities.iam.user.User;
import io.attestore.events.call.Principal;
import io.attestore.events.id.IamResource;
import java.util.Optional;

/** Whose access keys a call is about: a user's, or those of the root of the caller's account. */
public sealed interface AccessKeyOwner {

    /** A user. */
    record OfUser(User.Existing user) implements AccessKeyOwner {}

    /** The root of the caller's account. */
    record OfRoot(Account account) implements AccessKeyOwner {}

    /** The user that a member of the input names, or else the caller himself. */
    static Operation.Subjects<AccessKeyOwner> by(String member) {
        return (input, call) -> input.optionalText(member)
                .map(name -> NamedInIam.USERS.of(name, call).<AccessKeyOwner>map(OfUser::new))
                .orElseGet(() -> caller(call));
    }

    private static Subject<AccessKeyOwner> caller(Call call) {
        return switch (call.context().principal()) {
            case Principal.IamUser user ->
                NamedInIam.USERS.of(user.name(), call).map(OfUser::new);
            case Principal.Root root ->
                Subject.later(
                        () -> new OfRoot(call.load(Account.TYPE, root.account())),
                        call.access(NamedInIam.USERS.arn(
                                        call, "/", root.account().value()))
                                .toldAs("user " + root.account()));
            case Principal.RoleSession _, Principal.FederatedUser _, Principal.Service _ ->
                throw IamFaults.validation("Must specify userName when calling with non-User credentials");
        };
    }

    /** The keys that there are. */
    default HeldAccessKeys keys(Call call) {
        return switch (this) {
            case OfUser(User.Existing user) ->
                call.load(HeldAccessKeys.TYPE, user.resource().id());
            case OfRoot(Account.Open open) -> open.rootKeys();
            case OfRoot _ -> HeldAccessKeys.NONE;
        };
    }

    /** One of its keys. */
    default HeldAccessKeys.Held key(String id, Call call) {
        return Optional.ofNullable(keys(call).byId().get(id))
                .orElseThrow(() -> IamFaults.noSuchEntity("The Access Key with id " + id + " cannot be found."));
    }

    default Optional<IamResource> resource() {
        return this instanceof OfUser(User.Existing user) ? Optional.of(user.resource()) : Optional.empty();
    }

    /** What IAM's answers call it: for root that is the number of the account. */
    default String name(Call call) {
        return resource().map(IamResource::name).orElse(call.where().account().value());
    }
}
