package io.attestore.audit.record;

import io.attestore.events.NamedResource;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.Arn;
import io.attestore.events.id.Region;
import java.util.List;
import java.util.Optional;

/**
 * What an ARN says that a resource is: AWS's name of the type, and the name that LookupEvents shows. A service's new
 * types are named here, once, and nowhere else.
 *
 * @param service as ARNs have it, e.g. {@code ssm}
 * @param prefix how the resource's part of such ARNs begins; the resource's own name follows
 * @param type AWS's name of the type
 */
record ResourceType(String service, String prefix, String type, Naming naming) {

    /** What a resource goes by in LookupEvents: always a name that it is found by there, too. */
    enum Naming {
        /** The whole ARN. */
        ARN,
        /** The ARN's resource, prefix included. */
        WITH_PREFIX,
        /** From the prefix's last character on: a parameter's name begins with the slash. */
        FROM_SLASH
    }

    private static final String ANY = "*";

    /** Whose the policies are that AWS manages: {@code arn:aws:iam::aws:policy/…}. */
    private static final String AWS_OWNED = "aws";

    private static final List<ResourceType> ALL = List.of(
            new ResourceType("ssm", "parameter/", RecordResource.PARAMETER, Naming.FROM_SLASH),
            new ResourceType("kms", "key/", RecordResource.KEY, Naming.ARN),
            new ResourceType("kms", "alias/", RecordResource.ALIAS, Naming.WITH_PREFIX),
            new ResourceType("secretsmanager", "secret:", "AWS::SecretsManager::Secret", Naming.ARN),
            new ResourceType("iam", "user/", "AWS::IAM::User", Naming.ARN),
            new ResourceType("iam", "role/", "AWS::IAM::Role", Naming.ARN),
            new ResourceType("iam", "group/", "AWS::IAM::Group", Naming.ARN),
            new ResourceType("iam", "policy/", "AWS::IAM::Policy", Naming.ARN),
            new ResourceType("iam", "instance-profile/", "AWS::IAM::InstanceProfile", Naming.ARN),
            new ResourceType("iam", "oidc-provider/", "AWS::IAM::OIDCProvider", Naming.ARN),
            new ResourceType("iam", "saml-provider/", "AWS::IAM::SAMLProvider", Naming.ARN),
            new ResourceType("iam", "server-certificate/", "AWS::IAM::ServerCertificate", Naming.ARN),
            new ResourceType("iam", "mfa/", "AWS::IAM::VirtualMFADevice", Naming.ARN),
            new ResourceType("cloudtrail", "trail/", "AWS::CloudTrail::Trail", Naming.ARN));

    /** Empty for an ARN of many resources, of none, or of a kind that has no type here. */
    static Optional<RecordResource> asked(Arn arn) {
        String resource = arn.resource();
        return resource.contains(ANY) || resource.endsWith("/") || !isSomebodys(arn)
                ? Optional.empty()
                : of(arn).map(type -> new RecordResource(type.type, arn, type.nameOf(arn)));
    }

    /** Of what an event names, which there is or was. */
    static Optional<RecordResource> of(NamedResource named) {
        return of(named.arn()).map(type -> new RecordResource(type.type, named.arn(), named.name()));
    }

    private static Optional<ResourceType> of(Arn arn) {
        String service = arn.service();
        String resource = arn.resource();
        for (ResourceType each : ALL) {
            if (each.service.equals(service)
                    && resource.length() > each.prefix.length()
                    && resource.startsWith(each.prefix)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** Whether such an ARN can be: callers write what they like. */
    private static boolean isSomebodys(Arn arn) {
        boolean partitioned = arn.region().isEmpty()
                ? arn.service().equals("iam")
                : Region.isValid(arn.region())
                        && new Region(arn.region()).partition().equals(arn.partition());
        boolean owned = AccountId.isValid(arn.account())
                || arn.account().equals(AWS_OWNED) && arn.service().equals("iam");
        return partitioned && owned;
    }

    private String nameOf(Arn arn) {
        String resource = arn.resource();
        return switch (naming) {
            case ARN -> arn.value();
            case WITH_PREFIX -> resource;
            case FROM_SLASH -> resource.substring(prefix.length() - 1);
        };
    }
}
