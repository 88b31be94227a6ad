package io.attestore.events.id;

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
}
