package io.attestore.server.http;

import io.attestore.door.FrontDoor;
import io.attestore.door.http.HttpRequest;
import io.attestore.door.http.HttpResponse;
import io.attestore.server.http.connection.UnservedRequestCounter;
import io.attestore.server.http.share.BodyMemory;
import io.attestore.server.http.source.TrustedProxies;
import io.attestore.server.settings.HttpSettings;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers every path and method with the {@link FrontDoor}. Where a request comes from is the peer of the connection;
 * what X-Forwarded-For says counts only as far as trusted proxies wrote it. Safe for many threads.
 */
@SuppressWarnings("serial")
public final class FrontDoorServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Supplier<FrontDoor> door;
    private final transient BodyReader bodies;
    private final transient TrustedProxies proxies;
    private final transient UnservedRequestCounter unserved;
    private final transient Clock clock;
    private final transient RequestIds ids = new RequestIds(new SecureRandom());

    /** @param door asked for at each request; it may be made after this servlet */
    FrontDoorServlet(
            Supplier<FrontDoor> door,
            HttpSettings settings,
            BodyMemory memory,
            TrustedProxies proxies,
            UnservedRequestCounter unserved,
            Clock clock) {
        this.door = door;
        this.bodies = new BodyReader(Math.toIntExact(settings.bodyBytesMax().toBytes()), memory);
        this.proxies = proxies;
        this.unserved = unserved;
        this.clock = clock;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        InetAddress client = client(request);
        switch (bodies.read(request, proxies.peer(client))) {
            case BodyReader.Body(byte[] bytes, BodyMemory.Lease lease) -> {
                try (lease) {
                    write(door.get().answer(toHttpRequest(request, client, bytes)), request, response);
                }
            }
            case BodyReader.TooLarge() -> refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            case BodyReader.TooMany() -> refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private InetAddress client(HttpServletRequest request) {
        List<String> forwardedFor = Collections.list(request.getHeaders("X-Forwarded-For"));
        return proxies.client(InetAddress.ofLiteral(request.getRemoteAddr()), forwardedFor);
    }

    private HttpRequest toHttpRequest(HttpServletRequest request, InetAddress client, byte[] body) {
        return new HttpRequest(
                ids.next(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                client.getHostAddress(),
                request.getMethod(),
                request.getRequestURI(),
                orEmpty(request.getQueryString()),
                headers(request),
                body,
                tls(request));
    }

    private static Map<String, List<String>> headers(HttpServletRequest request) {
        Map<String, List<String>> headers = new HashMap<>();
        for (Enumeration<String> names = request.getHeaderNames(); names.hasMoreElements(); ) {
            String name = names.nextElement();
            headers.put(name, values(request.getHeaders(name)));
        }
        return headers;
    }

    private static List<String> values(Enumeration<String> values) {
        String first = values.nextElement();
        if (!values.hasMoreElements()) {
            return List.of(first);
        }
        List<String> all = new ArrayList<>();
        all.add(first);
        values.asIterator().forEachRemaining(all::add);
        return all;
    }

    /** The attributes that Jakarta Servlet 6.1, section 3.10, gives to requests over TLS. */
    private static Optional<HttpRequest.Tls> tls(HttpServletRequest request) {
        if (!request.isSecure()) {
            return Optional.empty();
        }
        Object protocol = request.getAttribute("jakarta.servlet.request.secure_protocol");
        Object cipherSuite = request.getAttribute("jakarta.servlet.request.cipher_suite");
        return protocol instanceof String version && cipherSuite instanceof String suite
                ? Optional.of(new HttpRequest.Tls(version, suite))
                : Optional.empty();
    }

    private static void write(HttpResponse answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            response.setStatus(answer.status());
            answer.headers().forEach(response::setHeader);
            response.setContentLength(answer.body().length);
            UnbufferedAnswers.write(answer.body(), request, response);
        } finally {
            answer.wipe();
        }
    }

    /** What is left of the body is not read, so the connection cannot be used again. */
    private void refuse(HttpServletResponse response, int status) {
        unserved.unserved(status);
        response.setStatus(status);
        response.setHeader("x-amzn-RequestId", ids.next());
        response.setHeader("Connection", "close");
        response.setContentLength(0);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
