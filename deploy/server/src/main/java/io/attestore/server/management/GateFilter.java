package io.attestore.server.management;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Lets through to the management port what asks for it by a name of its own, with the token if there is to be one, and
 * by a path as plain as all of its paths are: whatever else a path may be written like names nothing here. What an
 * orchestrator asks for, and can send no token with, tells no more than yes or no. Safe for many threads.
 */
@SuppressWarnings("serial")
final class GateFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final int MISDIRECTED = 421; // RFC 9110, 15.5.20
    private static final Pattern PLAIN_PATH = Pattern.compile("/|(/[A-Za-z0-9_-]{1,64}){1,4}");
    private static final Set<String> FOR_EVERYBODY = Set.of("/health/liveness", "/health/readiness");

    private final OwnNames names;
    private final Optional<ManagementToken> token;

    GateFilter(OwnNames names, Optional<ManagementToken> token) {
        this.names = names;
        this.token = token;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String host = request.getHeader("Host"); // only HTTP/1.0 may do without, which no browser speaks
        if (host != null && !names.contains(host)) {
            refuse(response, MISDIRECTED);
        } else if (!PLAIN_PATH.matcher(request.getRequestURI()).matches()) {
            refuse(response, HttpServletResponse.SC_NOT_FOUND);
        } else if (!isAllowed(request)) {
            response.setHeader("WWW-Authenticate", "Bearer");
            refuse(response, HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isAllowed(HttpServletRequest request) {
        if (token.isEmpty() || FOR_EVERYBODY.contains(request.getRequestURI())) {
            return true;
        }
        String authorization = request.getHeader("Authorization");
        return authorization != null && token.get().isIn(authorization);
    }

    private static void refuse(HttpServletResponse response, int status) {
        response.setStatus(status);
        response.setContentLength(0);
    }
}
