package io.attestore.entities.ssm.setting;

import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.Arn;
import java.util.List;
import java.util.Optional;

/**
 * The settings that an account has of Parameter Store in a Region.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_UpdateServiceSetting.html">UpdateServiceSetting</a>
 */
public enum ServiceSetting {
    /** The tier of a request that names none. */
    DEFAULT_PARAMETER_TIER(
            "/ssm/parameter-store/default-parameter-tier", List.of("Standard", "Advanced", "Intelligent-Tiering")),
    /** AWS's higher throttle; this server has none, and keeps the setting for those who ask. */
    HIGH_THROUGHPUT("/ssm/parameter-store/high-throughput-enabled", List.of("false", "true"));

    private static final String ARN_RESOURCE = "servicesetting";

    private final String id;
    private final List<String> allowed;

    ServiceSetting(String id, List<String> allowed) {
        this.id = id;
        this.allowed = allowed;
    }

    /** AWS's name of it. */
    public String id() {
        return id;
    }

    /** What it may be set to; the default comes first. */
    public List<String> allowed() {
        return allowed;
    }

    public String defaultValue() {
        return allowed.getFirst();
    }

    public Arn arn(AccountRegion where) {
        return where.arn("ssm", ARN_RESOURCE + id);
    }

    /** The setting that a caller names by its id or its ARN in this namespace; empty if there is none. */
    public static Optional<ServiceSetting> named(String idOrArn, AccountRegion where) {
        for (ServiceSetting setting : values()) {
            if (setting.id.equals(idOrArn) || setting.arn(where).value().equals(idOrArn)) {
                return Optional.of(setting);
            }
        }
        return Optional.empty();
    }

    /** The ARN that permission is asked for, whether there is such a setting or not. */
    public static Arn resource(String idOrArn, AccountRegion where) {
        return Arn.parse(idOrArn)
                .orElseGet(() -> where.arn("ssm", ARN_RESOURCE + (idOrArn.startsWith("/") ? "" : "/") + idOrArn));
    }
}
