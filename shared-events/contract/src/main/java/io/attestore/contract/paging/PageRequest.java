package io.attestore.contract.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.attestore.events.id.AccountRegion;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The request whose pages a token continues: the token is of no use for another.
 *
 * @param operation the operation, with its service where another service has one of that name
 * @param members what the request asks for, as texts; not how large a page is
 * @param placeBytes the length to which every place of this operation is padded, so that a token's length tells nothing;
 *     a longer place takes as many times as much
 */
public record PageRequest(String operation, AccountRegion where, List<String> members, int placeBytes) {

    public PageRequest {
        members = List.copyOf(members);
        if (placeBytes < 1 || placeBytes > PageTokens.PLACE_BYTES_MAX) {
            throw new IllegalArgumentException("A place is padded to 1 to " + PageTokens.PLACE_BYTES_MAX + " bytes");
        }
    }

    /** All that the token is bound to, each text after its length in bytes: no two requests are the same bytes. */
    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<String> texts = new ArrayList<>(
                List.of(operation, where.account().value(), where.region().value()));
        texts.addAll(members);
        for (String text : texts) {
            byte[] utf8 = text.getBytes(UTF_8);
            bytes.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(utf8.length).array());
            bytes.writeBytes(utf8);
        }
        return bytes.toByteArray();
    }
}
