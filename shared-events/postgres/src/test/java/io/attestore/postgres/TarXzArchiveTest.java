package io.attestore.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarXzArchiveTest {

    @TempDir
    private Path parent;

    @Test
    void files_keep_their_content_permissions_and_links() throws IOException {
        Path target = unpack(file("bin/tool", 0750), link("tool", "bin/tool"));

        assertThat(target.resolve("bin/tool")).hasContent("content");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target.resolve("bin/tool"))))
                .isEqualTo("rwxr-x---");
        assertThat(Files.readSymbolicLink(target.resolve("tool"))).isEqualTo(Path.of("bin/tool"));
    }

    @Test
    void an_entry_that_leads_out_of_the_folder_is_refused() {
        assertThatThrownBy(() -> unpack(file("../escaped", 0600))).isInstanceOf(IOException.class);
        assertThat(parent.resolve("escaped")).doesNotExist();
    }

    @Test
    void a_link_that_leads_out_of_the_folder_is_refused() {
        assertThatThrownBy(() -> unpack(link("out", "../elsewhere"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> unpack(link("out", "/etc"))).isInstanceOf(IOException.class);
    }

    @Test
    void an_entry_that_is_written_through_a_link_is_refused() {
        assertThatThrownBy(() -> unpack(link("alias", "folder"), file("alias/inside", 0600)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("through a link");
    }

    private Path unpack(TarArchiveEntry... entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new XZCompressorOutputStream(bytes))) {
            for (var entry : entries) {
                tar.putArchiveEntry(entry);
                if (!entry.isSymbolicLink()) {
                    tar.write("content".getBytes(UTF_8));
                }
                tar.closeArchiveEntry();
            }
        }
        Path target = Files.createTempDirectory(parent, "target");
        TarXzArchive.unpack(new ByteArrayInputStream(bytes.toByteArray()), target);
        return target;
    }

    private static TarArchiveEntry file(String name, int mode) {
        var entry = new TarArchiveEntry(name);
        entry.setMode(mode);
        entry.setSize("content".length());
        return entry;
    }

    private static TarArchiveEntry link(String name, String target) {
        var entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
        entry.setLinkName(target);
        return entry;
    }
}
