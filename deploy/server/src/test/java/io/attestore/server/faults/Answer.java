package io.attestore.server.faults;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a server answered to one call. */
record Answer(int status, String requestId, String body) {

    private static final JsonMapper JSON = new JsonMapper();

    boolean isOk() {
        return status == 200;
    }

    JsonNode json() {
        return JSON.readTree(body);
    }

    /** AWS's code of the error; empty if it is none. */
    String error() {
        return isOk() || body.isEmpty() ? "" : json().path("__type").asString("");
    }

    /** The value of the parameter that a GetParameter answered. */
    String value() {
        return json().path("Parameter").path("Value").asString();
    }
}
