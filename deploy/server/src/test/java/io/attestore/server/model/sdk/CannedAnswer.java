package io.attestore.server.model.sdk;

import io.attestore.door.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;

/** Gives one answer to whatever is sent, and keeps the last body that was. Not for many threads. */
final class CannedAnswer implements SdkHttpClient {

    private HttpResponse answer = new HttpResponse(200, Map.of(), new byte[0]);

    private byte[] sent = new byte[0];

    /** The body of the last request. */
    byte[] sent() {
        return sent;
    }

    void set(HttpResponse next) {
        answer = next;
    }

    static SdkHttpFullResponse asSdk(HttpResponse answer) {
        SdkHttpFullResponse.Builder response = SdkHttpFullResponse.builder()
                .statusCode(answer.status())
                .content(AbortableInputStream.create(new ByteArrayInputStream(answer.body())));
        answer.headers().forEach(response::putHeader);
        return response.build();
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        sent = request.contentStreamProvider()
                .map(content -> bytes(content.newStream()))
                .orElseGet(() -> new byte[0]);
        SdkHttpFullResponse response = asSdk(answer);
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() {
                return HttpExecuteResponse.builder()
                        .response(response)
                        .responseBody(response.content().orElseThrow())
                        .build();
            }

            @Override
            public void abort() {}
        };
    }

    @Override
    public void close() {}

    static byte[] bytes(InputStream content) {
        try (content) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
