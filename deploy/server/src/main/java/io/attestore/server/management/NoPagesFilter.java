package io.attestore.server.management;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Keeps web pages from ordering anything on the management port, token or not: a page that an operator has open
 * may send requests to 127.0.0.1, too. A browser says so in {@code Origin} (RFC 6454) or {@code Sec-Fetch-Site} (W3C
 * Fetch Metadata), and asks before it sends {@code application/json} elsewhere (WHATWG Fetch, CORS-safelisted requests);
 * so whatever changes something must be JSON and come from no page. What only reads is left alone. Safe for many threads.
 */
@SuppressWarnings("serial")
final class NoPagesFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String JSON = "application/json";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isReading(request) || (isJson(request) && !isFromPage(request))) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            response.setContentLength(0);
        }
    }

    private static boolean isReading(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private static boolean isJson(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith(JSON);
    }

    private static boolean isFromPage(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return request.getHeader("Origin") != null || (site != null && !site.equals("none"));
    }
}
