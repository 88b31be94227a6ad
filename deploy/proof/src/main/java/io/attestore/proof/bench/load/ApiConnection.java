package io.attestore.proof.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SocketChannel;
import java.time.InstantSource;

/** One kept-alive connection that asks and waits, for what is prepared or probed. Not for sharing between threads. */
public final class ApiConnection implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 30_000;

    private final SocketChannel channel;
    private final ReadableByteChannel in;
    private final RequestSigner signer;
    private final AnswerReader reader = new AnswerReader();

    /** What was answered, whatever its status. */
    public record Answer(int status, String requestId, String body) {

        /** @throws IOException unless the status is 200 */
        public Answer requireOk() throws IOException {
            if (status != 200) {
                throw new IOException("Answered " + status + ": " + body);
            }
            return this;
        }
    }

    public ApiConnection(Target target, InstantSource clock) throws IOException {
        channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.socket().connect(new InetSocketAddress(target.host(), target.port()), TIMEOUT_MILLIS);
        channel.socket().setSoTimeout(TIMEOUT_MILLIS);
        // Unlike the channel itself, the socket's stream honours the time limit.
        in = Channels.newChannel(channel.socket().getInputStream());
        signer = new RequestSigner(target, clock);
    }

    public Answer ask(Question question) throws IOException {
        for (ByteBuffer request = signer.write(question); request.hasRemaining(); ) {
            channel.write(request);
        }
        reader.reset();
        while (!reader.read(in)) {
            // There is more to come.
        }
        return new Answer(reader.status(), reader.header("x-amzn-requestid").orElse(""), reader.body());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
