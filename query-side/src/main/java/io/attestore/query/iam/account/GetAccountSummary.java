package io.attestore.query.iam.account;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.Account;
import io.attestore.entities.iam.IamQuota;
import io.attestore.entities.iam.openid.OpenIdProviders;
import io.attestore.entities.iam.policy.PolicySizes;
import io.attestore.events.id.IamKind;
import io.attestore.query.iam.page.IamLists;
import io.attestore.query.iam.policy.AllPolicies;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts what an account has, and says how much it may have.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html">IAM: GetAccountSummary</a>
 */
public final class GetAccountSummary {

    private GetAccountSummary() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "GetAccountSummary")
                .reads()
                .disclosesNoSecret()
                .aboutNoResource()
                .handledBy(GetAccountSummary::count);
    }

    private static Outcome count(Structure input, Call call) {
        Map<String, Long> summary = new TreeMap<>(LIMITS);
        summary.put("Users", size(IamKind.USER, call));
        summary.put("Groups", size(IamKind.GROUP, call));
        summary.put("Roles", size(IamKind.ROLE, call));
        summary.put("Policies", size(IamKind.POLICY, call));
        summary.put("InstanceProfiles", size(IamKind.INSTANCE_PROFILE, call));
        summary.put(
                "PolicyVersionsInUse",
                AllPolicies.own(call).stream()
                        .mapToLong(policy -> policy.versions().size())
                        .sum());
        summary.put("Providers", (long)
                call.load(OpenIdProviders.TYPE, call.where().account()).byUrl().size());
        summary.put("AccountAccessKeysPresent", rootKeys(call) ? 1L : 0L);
        Structure.Builder map = Structure.builder();
        summary.forEach(map::put);
        return Outcome.answered(
                Structure.builder().put("SummaryMap", map.build()).build());
    }

    private static long size(IamKind kind, Call call) {
        return IamLists.all(kind, call).size();
    }

    private static boolean rootKeys(Call call) {
        return call.load(Account.TYPE, call.where().account()) instanceof Account.Open open
                && !open.rootKeys().byId().isEmpty();
    }

    private static final Map<String, Long> LIMITS = Map.ofEntries(
            Map.entry("UsersQuota", (long) IamQuota.USERS.max()),
            Map.entry("GroupsQuota", (long) IamQuota.GROUPS.max()),
            Map.entry("RolesQuota", (long) IamQuota.ROLES.max()),
            Map.entry("PoliciesQuota", (long) IamQuota.POLICIES.max()),
            Map.entry("InstanceProfilesQuota", (long) IamQuota.INSTANCE_PROFILES.max()),
            Map.entry("GroupsPerUserQuota", (long) IamQuota.GROUPS_PER_USER_MAX),
            Map.entry("AttachedPoliciesPerUserQuota", (long) IamQuota.ATTACHED_POLICIES_MAX),
            Map.entry("AttachedPoliciesPerGroupQuota", (long) IamQuota.ATTACHED_POLICIES_MAX),
            Map.entry("AttachedPoliciesPerRoleQuota", (long) IamQuota.ATTACHED_POLICIES_MAX),
            Map.entry("AccessKeysPerUserQuota", (long) IamQuota.ACCESS_KEYS_PER_USER_MAX),
            Map.entry("VersionsPerPolicyQuota", (long) IamQuota.VERSIONS_PER_POLICY_MAX),
            Map.entry("PolicyVersionsInUseQuota", 10_000L),
            Map.entry("UserPolicySizeQuota", (long) PolicySizes.OF_USER_MAX),
            Map.entry("GroupPolicySizeQuota", (long) PolicySizes.OF_GROUP_MAX),
            Map.entry("RolePolicySizeQuota", (long) PolicySizes.OF_ROLE_MAX),
            Map.entry("PolicySizeQuota", (long) PolicySizes.MANAGED_MAX),
            Map.entry("AssumeRolePolicySizeQuota", (long) PolicySizes.TRUST_MAX),
            Map.entry("AccountMFAEnabled", 0L),
            Map.entry("AccountPasswordPresent", 0L),
            Map.entry("AccountSigningCertificatesPresent", 0L),
            Map.entry("MFADevices", 0L),
            Map.entry("MFADevicesInUse", 0L),
            Map.entry("ServerCertificates", 0L),
            Map.entry("ServerCertificatesQuota", 0L),
            Map.entry("SigningCertificatesPerUserQuota", 0L),
            Map.entry("GlobalEndpointTokenVersion", 2L));
}
