package io.attestore.events.id;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The namespace that parameters and keys live in: one region of one account. */
public record AccountRegion(AccountId account, Region region) {

    /** The ARN of a resource here, e.g. {@code arn("ssm", "parameter/prod/db")}. */
    public Arn arn(String service, String resource) {
        return new Arn("arn:" + region.partition() + ":" + service + ":" + region + ":" + account + ":" + resource);
    }

    /** Text that no other namespace has, the beginning of a tag's value. */
    public String prefix() {
        return account + "/" + region + "/";
    }

    /** As records compare, without their method handles: every look-up of a state compares namespaces. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AccountRegion that
                && account.value().equals(that.account.value())
                && region.value().equals(that.region.value());
    }

    @Override
    public int hashCode() {
        return 31 * account.value().hashCode() + region.value().hashCode();
    }

    /** What {@link #prefix()} has written; empty for any other text. */
    public static Optional<AccountRegion> ofPrefix(String prefix) {
        String[] parts = prefix.split("/", -1);
        return parts.length == 3 && parts[2].isEmpty() && AccountId.isValid(parts[0]) && Region.isValid(parts[1])
                ? Optional.of(new AccountRegion(new AccountId(parts[0]), new Region(parts[1])))
                : Optional.empty();
    }
}
