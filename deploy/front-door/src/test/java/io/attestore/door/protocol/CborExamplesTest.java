package io.attestore.door.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.contract.output.CborOutput;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The examples of RFC 8949, appendix A, and those of what is not well-formed, appendix F. All of appendix A are here; what
 * no input may hold (bignums, other tags, simple values) is held to be gone over only.
 */
class CborExamplesTest {

    @ParameterizedTest
    @CsvSource({
        "00, 0",
        "01, 1",
        "0a, 10",
        "17, 23",
        "1818, 24",
        "1819, 25",
        "1864, 100",
        "1903e8, 1000",
        "1a000f4240, 1000000",
        "1b000000e8d4a51000, 1000000000000",
        "20, -1",
        "29, -10",
        "3863, -100",
        "3903e7, -1000",
    })
    void a_whole_number_is_read_and_written(String hex, long value) {
        CborInput input = input(hex);
        CborOutput output = new CborOutput();
        output.number(value);

        assertThat(input.next()).isEqualTo(CborInput.Kind.WHOLE);
        assertThat(input.whole()).isEqualTo(value);
        assertThat(input.number()).isEqualTo(value);
        assertThat(output.take()).isEqualTo(bytes(hex));
    }

    @ParameterizedTest
    @CsvSource({"1bffffffffffffffff, 18446744073709551615", "3bffffffffffffffff, -18446744073709551616"})
    void a_whole_number_beyond_a_long_is_known_as_one(String hex, double value) {
        CborInput input = input(hex);

        assertThat(input.next()).isEqualTo(CborInput.Kind.WHOLE);
        assertThat(input.number()).isEqualTo(value);
        assertThatThrownBy(input::whole).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "f90000, 0.0",
        "f98000, -0.0",
        "f93c00, 1.0",
        "fb3ff199999999999a, 1.1",
        "f93e00, 1.5",
        "f97bff, 65504.0",
        "fa47c35000, 100000.0",
        "fa7f7fffff, 3.4028234663852886e+38",
        "fb7e37e43c8800759c, 1.0e+300",
        "f90001, 5.960464477539063e-8",
        "f90400, 0.00006103515625",
        "f9c400, -4.0",
        "fbc010666666666666, -4.1",
        "f97c00, Infinity",
        "f97e00, NaN",
        "f9fc00, -Infinity",
        "fa7f800000, Infinity",
        "fa7fc00000, NaN",
        "faff800000, -Infinity",
        "fb7ff0000000000000, Infinity",
        "fb7ff8000000000000, NaN",
        "fbfff0000000000000, -Infinity",
    })
    void a_number_with_a_fraction_is_read(String hex, double value) {
        CborInput input = input(hex);

        assertThat(input.next()).isEqualTo(CborInput.Kind.FRACTION);
        assertThat(input.number()).isEqualTo(Double.valueOf(value));
        input.requireEnd();
    }

    /** In 32 or 64 bits, whichever is enough. */
    @ParameterizedTest
    @CsvSource({"fa47c35000, 100000.0", "fb3ff199999999999a, 1.1", "fbc010666666666666, -4.1", "fa3fc00000, 1.5"})
    void a_number_with_a_fraction_is_written(String hex, double value) {
        CborOutput output = new CborOutput();
        output.number(value);

        assertThat(output.take()).isEqualTo(bytes(hex));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "60, ``",
                "6161, a",
                "6449455446, IETF",
                "62225c, `\"\\`",
                "62c3bc, \u00fc",
                "63e6b0b4, \u6c34",
                "64f0908591, \ud800\udd51",
            })
    void text_is_read_and_written(String hex, String text) {
        CborInput input = input(hex);
        CborOutput output = new CborOutput();
        output.text(text);

        assertThat(input.next()).isEqualTo(CborInput.Kind.TEXT);
        assertThat(input.string(4)).isEqualTo(text.getBytes(UTF_8));
        assertThat(output.take()).isEqualTo(bytes(hex));
    }

    @ParameterizedTest
    @CsvSource({"40, ''", "4401020304, 01020304", "5f42010243030405ff, 0102030405", "5fff, ''"})
    void bytes_are_read_whole_or_in_pieces(String hex, String content) {
        CborInput input = input(hex);

        assertThat(input.next()).isEqualTo(CborInput.Kind.BYTES);
        assertThat(input.string(5)).isEqualTo(bytes(content));
        input.requireEnd();
    }

    @ParameterizedTest
    @CsvSource({"7f657374726561646d696e67ff, streaming", "7fff, ''"})
    void text_is_read_in_pieces(String hex, String text) {
        CborInput input = input(hex);
        input.next();

        assertThat(new String(input.string(9), UTF_8)).isEqualTo(text);
        input.requireEnd();
    }

    @ParameterizedTest
    @CsvSource({
        "80, 0",
        "83010203, 3",
        "8301820203820405, 3",
        "98190102030405060708090a0b0c0d0e0f101112131415161718181819, 25",
        "9fff, 0",
        "9f018202039f0405ffff, 3",
        "9f01820203820405ff, 3",
        "83018202039f0405ff, 3",
        "83019f0203ff820405, 3",
        "9f0102030405060708090a0b0c0d0e0f101112131415161718181819ff, 25",
        "826161a161626163, 2",
        "826161bf61626163ff, 2",
        "a0, 0",
        "a201020304, 2",
        "a26161016162820203, 2",
        "a56161614161626142616361436164614461656145, 5",
        "bf61610161629f0203ffff, 2",
        "bf6346756ef563416d7421ff, 2",
    })
    void a_list_or_a_map_has_its_items(String hex, int size) {
        CborInput input = input(hex);
        boolean map = input.next() == CborInput.Kind.MAP;
        int counted = 0;
        for (long left = input.open(); input.more(left); left--) {
            for (int i = 0; i < (map ? 2 : 1); i++) {
                input.next();
                input.skip();
            }
            counted++;
        }

        assertThat(counted).isEqualTo(size);
        input.requireEnd();
    }

    @ParameterizedTest
    @CsvSource({
        "f4, FALSE",
        "f5, TRUE",
        "f6, NOTHING",
        "f7, NOTHING",
        "f0, SIMPLE",
        "f8ff, SIMPLE",
        "c249010000000000000000, TAG",
        "c349010000000000000000, TAG",
        "c074323031332d30332d32315432303a30343a30305a, TAG",
        "c11a514b67b0, TAG",
        "c1fb41d452d9ec200000, TAG",
        "d74401020304, TAG",
        "d818456449455446, TAG",
        "d82076687474703a2f2f7777772e6578616d706c652e636f6d, TAG",
    })
    void everything_else_is_known_for_what_it_is_and_can_be_gone_over(String hex, CborInput.Kind kind) {
        CborInput input = input(hex);

        assertThat(input.next()).isEqualTo(kind);
        input.skip();
        input.requireEnd();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // the end comes too early, in the head
                "18",
                "19",
                "1a",
                "1b",
                "1901",
                "1a0102",
                "1b01020304050607",
                "38",
                "58",
                "78",
                "98",
                "9a01ff00",
                "b8",
                "d8",
                "f8",
                "f900",
                "fa0000",
                "fb000000",
                // or in the content
                "41",
                "61",
                "5affffffff00",
                "5bffffffffffffffff010203",
                "7affffffff00",
                "7b7fffffffffffffff010203",
                "81",
                "818181818181818181",
                "8200",
                "a1",
                "a20102",
                "a100",
                "a2000000",
                "c0",
                // or without a break
                "5f4100",
                "7f6100",
                "9f",
                "9f0102",
                "bf",
                "bf01020102",
                "819f",
                "9f8000",
                "9f9f9f9f9fffffffff",
                "9f819f819f9fffffff",
                // reserved
                "1c",
                "1d",
                "1e",
                "3c",
                "5c",
                "7d",
                "9e",
                "bc",
                "dc",
                "fc",
                "fd",
                "fe",
                // simple values that must be shorter
                "f800",
                "f801",
                "f818",
                "f81f",
                // pieces of another kind, or in pieces themselves
                "5f00ff",
                "5f21ff",
                "5f6100ff",
                "5f80ff",
                "5fa0ff",
                "5fc000ff",
                "5fe0ff",
                "7f4100ff",
                "5f5f4100ffff",
                "7f7f6100ffff",
                // a break where there is none
                "ff",
                "81ff",
                "8200ff",
                "a1ff",
                "a1ff00",
                "a100ff",
                "a20000ff",
                "9f81ff",
                "9f829f819f9fffffffff",
                "bf00ff",
                "bf000000ff",
                // a number of no length
                "1f",
                "3f",
                "df",
                // a size beyond a long
                "9bffffffffffffffff",
                "bbffffffffffffffff",
                // text that is not UTF-8, as a whole or in pieces
                "61ff",
                "62c328",
                "62c080",
                "63eda080",
                "64f4908080",
                "7f61c361bcff",
            })
    void what_is_not_well_formed_is_refused(String hex) {
        CborInput input = input(hex);

        assertThatThrownBy(() -> {
                    input.next();
                    input.skip();
                    input.requireEnd();
                })
                .isInstanceOf(MalformedInputException.class);
    }

    private static CborInput input(String hex) {
        return new CborInput(bytes(hex));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
