package io.attestore.command.ssm.setting;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.ssm.setting.ServiceSetting;
import io.attestore.entities.ssm.setting.ServiceSettingDocument;
import io.attestore.entities.ssm.setting.ServiceSettings.Change;
import io.attestore.events.setting.ServiceSettingReset;
import java.util.Optional;

/**
 * ResetServiceSetting: takes a setting of Parameter Store back to its default. Safe for many threads.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ResetServiceSetting.html">ResetServiceSetting</a>
 */
public final class ResetServiceSetting {

    public Operation operation() {
        return Operation.of(AwsService.SSM, "ResetServiceSetting")
                .writes()
                .disclosesNoSecret()
                .needing(ServiceSettingDocument::needs)
                .handledBy(this::reset);
    }

    private Outcome reset(Structure input, Call call) {
        ServiceSetting setting = ServiceSettingDocument.setting(input, call.where());
        String by = call.context().principal().arn().value();
        Change change = new Change(Optional.empty(), by, call.context().at());
        return Outcome.answered(
                ServiceSettingDocument.of(setting, Optional.of(change), call.where()),
                new ServiceSettingReset(call.where(), setting.id(), by));
    }
}
