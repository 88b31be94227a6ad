package io.attestore.entities.ssm.setting;

import io.attestore.contract.operation.AwsFault;

/**
 * The refusals of service settings and their values.
 *
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_UpdateServiceSetting.html">Systems Manager: UpdateServiceSetting</a>
 */
public final class ServiceSettingFaults {

    private ServiceSettingFaults() {}

    public static AwsFault serviceSettingNotFound() {
        return AwsFault.client(
                "ServiceSettingNotFound",
                "The specified service setting wasn't found. Either the service name or the setting hasn't been"
                        + " provisioned by the Amazon Web Services service team.");
    }

    /** @param valid the values that the setting has, comma-separated */
    public static AwsFault invalidSettingValue(String settingId, String valid) {
        return AwsFault.validation("The value of the service setting " + settingId
                + " is not valid. Valid values include: [" + valid + "].");
    }
}
