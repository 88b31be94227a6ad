package io.attestore.command.iam.openid;

import io.attestore.contract.document.Structure;
import io.attestore.entities.iam.IamFaults;
import io.attestore.entities.iam.openid.OpenIdFaults;
import io.attestore.entities.iam.openid.OpenIdProvider;
import io.attestore.events.id.CharacterSet;
import java.util.List;

/** What an identity provider must be. */
final class ProviderChecks {

    private static final String SCHEME = "https://";
    private static final CharacterSet URL = CharacterSet.WORD.with("-._~%/");
    private static final CharacterSet HEX = CharacterSet.HEX.withRange('A', 'F');

    private static final int URL_LENGTH_MAX = 255;
    private static final int THUMBPRINTS_MAX = 5;
    private static final int THUMBPRINT_LENGTH = 40;

    private ProviderChecks() {}

    /** The URL without its scheme: of https, without a port, a query or a slash at its end. */
    static String url(Structure input) {
        String text = input.text("Url");
        if (!text.startsWith(SCHEME)) {
            throw OpenIdFaults.invalidUrl();
        }
        String url = text.substring(SCHEME.length());
        String trimmed = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        if (!URL.hasAllOf(trimmed, 1, URL_LENGTH_MAX) || trimmed.startsWith("/")) {
            throw OpenIdFaults.invalidUrl();
        }
        return trimmed;
    }

    static List<String> thumbprints(Structure input) {
        List<String> thumbprints = input.texts("ThumbprintList");
        if (thumbprints.size() > THUMBPRINTS_MAX) {
            throw OpenIdFaults.tooManyThumbprints();
        }
        if (!thumbprints.stream().allMatch(each -> HEX.hasAllOf(each, THUMBPRINT_LENGTH, THUMBPRINT_LENGTH))) {
            throw OpenIdFaults.invalidThumbprint();
        }
        return thumbprints;
    }

    static List<String> clientIds(Structure input) {
        List<String> clientIds = input.texts("ClientIDList").stream().distinct().toList();
        if (clientIds.size() > OpenIdProvider.CLIENT_IDS_MAX) {
            throw IamFaults.quotaExceeded("ClientIdsPerOpenIdConnectProvider", OpenIdProvider.CLIENT_IDS_MAX);
        }
        return clientIds;
    }
}
