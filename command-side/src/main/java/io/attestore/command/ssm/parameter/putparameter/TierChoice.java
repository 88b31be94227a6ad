package io.attestore.command.ssm.parameter.putparameter;

import io.attestore.command.ssm.parameter.subject.ParameterChangeFaults;
import io.attestore.command.ssm.parameter.subject.ParameterRoom;
import io.attestore.contract.operation.Call;
import io.attestore.entities.ssm.parameter.ParameterTier;
import io.attestore.entities.ssm.setting.ServiceSetting;
import io.attestore.entities.ssm.setting.ServiceSettings;
import java.util.Optional;

/**
 * Which tier a version is put in. A request that names none takes the account's default. Whatever is advanced stays so:
 * only a request that says Standard is refused for it. Not for sharing between threads.
 *
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/userguide/ps-default-tier.html">Specifying a default
 *     parameter tier</a>
 */
final class TierChoice {

    private final Call call;

    TierChoice(Call call) {
        this.call = call;
    }

    /**
     * @param before the parameter's tier so far; empty if it comes to be
     * @param valueBytes the length of the new value
     */
    ParameterTier choose(PutRequest request, Optional<ParameterTier> before, int valueBytes) {
        boolean advancedAlready = before.equals(Optional.of(ParameterTier.ADVANCED));
        if (advancedAlready && request.tier().equals(Optional.of(RequestedTier.STANDARD))) {
            throw PutParameterFaults.tierDowngrade();
        }
        ParameterTier tier = advancedAlready ? ParameterTier.ADVANCED : wanted(request, before.isEmpty(), valueBytes);
        if (tier == ParameterTier.STANDARD && request.putsPolicies()) {
            throw PutParameterFaults.policiesNeedAdvancedTier();
        }
        if (!before.equals(Optional.of(tier)) && !ParameterRoom.isLeft(tier, call)) {
            throw ParameterChangeFaults.tooManyParameters(tier);
        }
        return tier;
    }

    private ParameterTier wanted(PutRequest request, boolean creates, int valueBytes) {
        return switch (request.tier().orElseGet(this::defaultTier)) {
            case STANDARD -> ParameterTier.STANDARD;
            case ADVANCED -> ParameterTier.ADVANCED;
            case INTELLIGENT ->
                valueBytes > ParameterTier.STANDARD.valueBytesMax()
                                || request.putsPolicies()
                                || creates && !ParameterRoom.isLeft(ParameterTier.STANDARD, call)
                        ? ParameterTier.ADVANCED
                        : ParameterTier.STANDARD;
        };
    }

    private RequestedTier defaultTier() {
        ServiceSettings settings = call.load(ServiceSettings.TYPE, call.where());
        return RequestedTier.ofWireName(settings.value(ServiceSetting.DEFAULT_PARAMETER_TIER));
    }
}
