package io.attestore.command.ssm.setting;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.ssm.setting.ServiceSetting;
import io.attestore.entities.ssm.setting.ServiceSettingDocument;
import io.attestore.entities.ssm.setting.ServiceSettingFaults;
import io.attestore.events.setting.ServiceSettingUpdated;

/**
 * UpdateServiceSetting: gives a setting of Parameter Store a value of the account's own. Safe for many threads.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_UpdateServiceSetting.html">UpdateServiceSetting</a>
 */
public final class UpdateServiceSetting {

    private static final String VALUE = "SettingValue";

    public Operation operation() {
        return Operation.of(AwsService.SSM, "UpdateServiceSetting")
                .writes()
                .disclosesNoSecret()
                .needing(ServiceSettingDocument::needs)
                .handledBy(this::update);
    }

    private Outcome update(Structure input, Call call) {
        ServiceSetting setting = ServiceSettingDocument.setting(input, call.where());
        String value = input.text(VALUE);
        if (!setting.allowed().contains(value)) {
            throw ServiceSettingFaults.invalidSettingValue(setting.id(), String.join(", ", setting.allowed()));
        }
        return Outcome.answered(
                Structure.EMPTY,
                new ServiceSettingUpdated(
                        call.where(),
                        setting.id(),
                        value,
                        call.context().principal().arn().value()));
    }
}
