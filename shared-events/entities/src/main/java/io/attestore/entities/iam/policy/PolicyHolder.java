package io.attestore.entities.iam.policy;

import io.attestore.entities.iam.IamEntity;

/** A user, group or role: what policies are attached to. */
public interface PolicyHolder extends IamEntity {

    HeldPolicies policies();
}
