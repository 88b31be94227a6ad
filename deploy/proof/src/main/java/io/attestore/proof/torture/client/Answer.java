package io.attestore.proof.torture.client;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a server answered to one call. */
public record Answer(int status, String requestId, String body) {

    private static final JsonMapper JSON = new JsonMapper();

    public boolean isOk() {
        return status == 200;
    }

    public JsonNode json() {
        return JSON.readTree(body);
    }

    /** AWS's code of the error; empty if it is none. */
    public String error() {
        if (isOk() || body.isEmpty()) {
            return "";
        }
        JsonNode json = json();
        return json.path("__type").asString(json.at("/Error/Code").asString(""));
    }

    /** The value of the parameter that a GetParameter answered. */
    public String value() {
        return json().path("Parameter").path("Value").asString();
    }
}
