package io.attestore.door.http;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * One answer. The body may hold a secret: whoever has sent it wipes it.
 *
 * @param headers all but Content-Length
 */
public record HttpResponse(int status, Map<String, String> headers, byte[] body) {

    public HttpResponse {
        headers = Map.copyOf(headers);
    }

    /** The same, as the last one of its connection. */
    public HttpResponse closing() {
        Map<String, String> closing = new HashMap<>(headers);
        closing.put("Connection", "close");
        return new HttpResponse(status, closing, body);
    }

    /** Overwrites the body. */
    public void wipe() {
        Arrays.fill(body, (byte) 0);
    }

    /** The status only. */
    @Override
    public String toString() {
        return "HttpResponse[" + status + "]";
    }
}
