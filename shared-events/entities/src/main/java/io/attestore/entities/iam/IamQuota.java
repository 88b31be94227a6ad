package io.attestore.entities.iam;

import io.attestore.contract.operation.Call;
import io.attestore.events.id.IamKind;

/**
 * How many of one kind there may be in an account.
 *
 * @param name as AWS names the quota
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM and STS quotas</a>
 */
public record IamQuota(String name, int max) {

    public static final IamQuota USERS = new IamQuota("UsersPerAccount", 5000);
    public static final IamQuota GROUPS = new IamQuota("GroupsPerAccount", 300);
    public static final IamQuota ROLES = new IamQuota("RolesPerAccount", 1000);
    public static final IamQuota POLICIES = new IamQuota("PoliciesPerAccount", 1500);
    public static final IamQuota INSTANCE_PROFILES = new IamQuota("InstanceProfilesPerAccount", 1000);

    /** How many groups a user is in. */
    public static final int GROUPS_PER_USER_MAX = 10;

    /** How many managed policies are attached to one user, group or role. */
    public static final int ATTACHED_POLICIES_MAX = 10;

    public static final int ACCESS_KEYS_PER_USER_MAX = 2;

    public static final int VERSIONS_PER_POLICY_MAX = 5;

    public void requireRoom(IamKind kind, Call call) {
        IamDirectory directory = call.peek(
                IamDirectory.TYPE, new IamDirectory.Id(call.where().account(), kind), seen -> room(seen) - 1L);
        if (room(directory) < 1) {
            throw IamFaults.quotaExceeded(name, max);
        }
    }

    private int room(IamDirectory directory) {
        return max - directory.byName().size();
    }
}
