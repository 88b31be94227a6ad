package io.attestore.server.http;

import java.util.UUID;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * The answer to what Tomcat refuses before the front door has seen it: a status and a request id, no page. Tomcat makes
 * it by its name.
 */
public final class EmptyErrorAnswer extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        boolean unanswered = response.getStatus() >= 400 && response.getContentWritten() == 0;
        if (unanswered && !response.isCommitted() && response.getHeader("x-amzn-RequestId") == null) {
            response.setHeader("x-amzn-RequestId", UUID.randomUUID().toString());
            response.setContentLength(0);
        }
    }
}
