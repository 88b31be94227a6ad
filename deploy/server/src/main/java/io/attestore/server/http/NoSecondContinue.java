package io.attestore.server.http;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** A client that waited to be told to send its body has been told before the request got here: Tomcat need not. */
final class NoSecondContinue extends ValveBase {

    NoSecondContinue() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        request.getCoyoteRequest().setExpectation(false);
        getNext().invoke(request, response);
    }
}
