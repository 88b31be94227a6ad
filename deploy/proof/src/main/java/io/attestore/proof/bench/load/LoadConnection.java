package io.attestore.proof.bench.load;

import io.attestore.proof.bench.load.Question.Conversation;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/** One of the generator's connections: it has at most one request under way. */
final class LoadConnection implements AutoCloseable {

    private static final int CONNECT_MILLIS = 30_000;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SocketChannel channel;
    private final SelectionKey key;
    private final Conversation conversation;
    private final RequestSigner signer;
    private final AnswerReader answer = new AnswerReader();
    private ByteBuffer request = NOTHING;
    private Optional<Question> asked = Optional.empty();
    private long askedNanos;

    LoadConnection(Target target, Selector selector, RequestSigner signer, Conversation conversation)
            throws IOException {
        this.signer = signer;
        this.conversation = conversation;
        channel = SocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.socket().connect(new InetSocketAddress(target.host(), target.port()), CONNECT_MILLIS);
            channel.configureBlocking(false);
            key = channel.register(selector, SelectionKey.OP_READ, this);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Signs and sends the next request; answers false if there is none. */
    boolean ask() throws IOException {
        asked = conversation.next();
        if (asked.isEmpty()) {
            return false;
        }
        askedNanos = System.nanoTime();
        request = signer.write(asked.get());
        answer.reset();
        send();
        return true;
    }

    /**
     * Does what the channel is ready for and tells whether the answer is complete.
     *
     * @throws IOException if it is not the answer that it must be
     */
    boolean isAnswered() throws IOException {
        if (key.isWritable()) {
            send();
        }
        if (!key.isReadable() || !answer.read(channel)) {
            return false;
        }
        if (answer.status() != 200) {
            throw new IOException("Answered " + answer.status() + ": " + answer.body());
        }
        if (!answer.holds(asked.orElseThrow().check())) {
            throw new IOException("An answer does not hold what it must");
        }
        return true;
    }

    long askedNanos() {
        return askedNanos;
    }

    private void send() throws IOException {
        channel.write(request);
        int wanted = request.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ;
        if (key.interestOps() != wanted) {
            key.interestOps(wanted);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
