package io.attestore.query.ssm.setting;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.ssm.setting.ServiceSetting;
import io.attestore.entities.ssm.setting.ServiceSettingDocument;
import io.attestore.entities.ssm.setting.ServiceSettings;

/**
 * GetServiceSetting: a setting of Parameter Store as it is. Safe for many threads.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetServiceSetting.html">GetServiceSetting</a>
 */
public final class GetServiceSetting {

    public Operation operation() {
        return Operation.of(AwsService.SSM, "GetServiceSetting")
                .reads()
                .disclosesNoSecret()
                .needing(ServiceSettingDocument::needs)
                .handledBy(this::get);
    }

    private Outcome get(Structure input, Call call) {
        ServiceSetting setting = ServiceSettingDocument.setting(input, call.where());
        ServiceSettings settings = call.load(ServiceSettings.TYPE, call.where());
        return Outcome.answered(ServiceSettingDocument.of(setting, settings, call.where()));
    }
}
