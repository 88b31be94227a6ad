package io.attestore.server.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Lets a servlet give its answer to the connection past the buffer of Tomcat's servlet container, which is kept for later
 * answers and would keep the last value that was told.
 */
final class UnbufferedAnswers extends ValveBase {

    private static final String RESPONSE = UnbufferedAnswers.class.getName();

    UnbufferedAnswers() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        request.setAttribute(RESPONSE, response.getCoyoteResponse());
        getNext().invoke(request, response);
    }

    /** Writes all of a body. The headers have been set, its length among them, and nothing else is written. */
    static void write(byte[] body, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getAttribute(RESPONSE) instanceof org.apache.coyote.Response connection) {
            connection.doWrite(ByteBuffer.wrap(body));
        } else {
            response.getOutputStream().write(body);
        }
    }
}
