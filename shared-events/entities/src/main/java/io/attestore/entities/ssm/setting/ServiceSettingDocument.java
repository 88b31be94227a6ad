package io.attestore.entities.ssm.setting;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Access;
import io.attestore.contract.operation.Call;
import io.attestore.entities.ssm.setting.ServiceSettings.Change;
import io.attestore.events.id.AccountRegion;
import java.util.List;
import java.util.Optional;

/**
 * A setting as GetServiceSetting and ResetServiceSetting answer it. One that nobody has changed has no date.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ServiceSetting.html">ServiceSetting</a>
 */
public final class ServiceSettingDocument {

    /** The input's member that names a setting, by id or ARN. */
    public static final String SETTING_ID = "SettingId";

    private static final String NOBODY = "System";

    private ServiceSettingDocument() {}

    public static List<Access> needs(Structure input, Call call) {
        return List.of(call.access(ServiceSetting.resource(input.text(SETTING_ID), call.where())));
    }

    /** @throws io.attestore.contract.operation.AwsFault if there is no such setting */
    public static ServiceSetting setting(Structure input, AccountRegion where) {
        return ServiceSetting.named(input.text(SETTING_ID), where)
                .orElseThrow(ServiceSettingFaults::serviceSettingNotFound);
    }

    public static Structure of(ServiceSetting setting, ServiceSettings settings, AccountRegion where) {
        return of(setting, settings.change(setting), where);
    }

    /** @param change the newest one; empty if there was none */
    public static Structure of(ServiceSetting setting, Optional<Change> change, AccountRegion where) {
        Optional<String> customized = change.flatMap(Change::value);
        Structure.Builder document = Structure.builder()
                .put(SETTING_ID, setting.id())
                .put("SettingValue", customized.orElse(setting.defaultValue()));
        change.ifPresent(newest -> document.put("LastModifiedDate", newest.at()));
        document.put(
                        "LastModifiedUser",
                        change.filter(newest -> newest.value().isPresent())
                                .map(Change::by)
                                .orElse(NOBODY))
                .put("ARN", setting.arn(where).value())
                .put("Status", customized.isPresent() ? "Customized" : "Default");
        return Structure.builder().put("ServiceSetting", document.build()).build();
    }
}
