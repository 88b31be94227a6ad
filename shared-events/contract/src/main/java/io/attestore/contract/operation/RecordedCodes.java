package io.attestore.contract.operation;

import io.attestore.contract.model.ErrorModel;
import io.attestore.contract.model.ServiceModels;
import java.util.Collection;

/**
 * The codes of refusals as CloudTrail records them. Services of AWS Query answer shorter ones: a call that was answered
 * {@code NoSuchEntity} is recorded with the name of the error's shape, {@code NoSuchEntityException}, which is what rules for
 * records look for.
 */
public final class RecordedCodes {

    private RecordedCodes() {}

    /**
     * The code for the record.
     *
     * @param eventSource the service's name in records
     * @param code as it was answered; one that the service's model does not know stays as it is
     */
    public static String of(String eventSource, String code) {
        for (AwsService service : AwsService.values()) {
            if (service.protocol() == AwsService.Protocol.QUERY
                    && service.eventSource().equals(eventSource)) {
                return shapeName(ServiceModels.of(service.signingName()).errors(), code);
            }
        }
        return code;
    }

    private static String shapeName(Collection<ErrorModel> errors, String code) {
        return errors.stream()
                .filter(error -> error.code().equals(code))
                .map(ErrorModel::name)
                .findFirst()
                .orElse(code);
    }
}
