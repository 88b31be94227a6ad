package io.attestore.query.kms.grant;

import io.attestore.contract.document.Structure;
import io.attestore.entities.kms.grant.Grant;
import io.attestore.entities.kms.grant.GrantConstraints;
import io.attestore.entities.kms.key.Key;
import io.attestore.events.key.GrantPrincipal;

/** A grant as lists show it. */
final class GrantDocument {

    private GrantDocument() {}

    static Structure of(Key.Id key, Grant grant) {
        Structure.Builder document = Structure.builder()
                .put("KeyId", key.keyId().arn(key.where()).value())
                .put("GrantId", grant.id())
                .put("Name", grant.name().orElse(""))
                .put("CreationDate", grant.createdAt())
                .put("GranteePrincipal", grant.grantee().arn())
                .putIfPresent("RetiringPrincipal", grant.retiring().map(GrantPrincipal::arn))
                .put("IssuingAccount", "arn:" + key.where().region().partition() + ":iam::" + grant.issuer() + ":root")
                .putTexts("Operations", grant.operations());
        if (!grant.constraints().isEmpty()) {
            document.put("Constraints", constraints(grant.constraints()));
        }
        return document.build();
    }

    private static Structure constraints(GrantConstraints constraints) {
        Structure.Builder document = Structure.builder();
        if (!constraints.subset().isEmpty()) {
            document.putTextMap(GrantConstraints.SUBSET, constraints.subset());
        }
        if (!constraints.equalTo().isEmpty()) {
            document.putTextMap(GrantConstraints.EQUALS, constraints.equalTo());
        }
        return document.build();
    }
}
