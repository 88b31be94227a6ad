package io.attestore.server.settings;

import io.attestore.audit.changes.DeliverySettings;
import io.attestore.audit.changes.Webhook;
import io.attestore.audit.changes.WebhookSecret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is told of changes of parameters.
 *
 * @param webhooks at most 20
 * @param attemptsMax after so many attempts an event goes to the dead letters
 * @param ageMax an event that is older gets one attempt
 * @param pauseMin the longest pause after a first failure; it doubles with each further one
 * @param pauseMax the longest pause of all
 */
@ConfigurationProperties("attestore.changes")
public record WebhookSettings(
        @DefaultValue List<Target> webhooks,
        @DefaultValue("185") int attemptsMax,
        @DefaultValue("24h") Duration ageMax,
        @DefaultValue("1s") Duration pauseMin,
        @DefaultValue("5m") Duration pauseMax) {

    private static final int WEBHOOKS_MAX = 20;

    public WebhookSettings {
        webhooks = List.copyOf(webhooks);
        if (webhooks.size() > WEBHOOKS_MAX) {
            throw new IllegalArgumentException("attestore.changes.webhooks has at most " + WEBHOOKS_MAX + " entries");
        }
    }

    /**
     * One webhook.
     *
     * @param secretFile holds {@code whsec_} and 24 to 64 bytes in base64
     * @param allowHttp whether events may leave this machine unencrypted
     */
    public record Target(
            String name,
            URI url,
            Path secretFile,
            @DefaultValue("false") boolean allowHttp) {

        Webhook webhook() {
            try {
                return Webhook.of(name, url, WebhookSecret.read(secretFile), allowHttp);
            } catch (IOException e) {
                throw new UncheckedIOException("The secret of the webhook " + name + " cannot be read", e);
            }
        }
    }

    /** The webhooks with their secrets, which are read now. */
    public List<Webhook> open() {
        return webhooks.stream().map(Target::webhook).toList();
    }

    public DeliverySettings toDeliverySettings() {
        DeliverySettings defaults = DeliverySettings.DEFAULT;
        return new DeliverySettings(
                attemptsMax,
                ageMax,
                pauseMin,
                pauseMax,
                defaults.connectLimit(),
                defaults.answerLimit(),
                defaults.idle());
    }
}
