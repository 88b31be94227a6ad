package io.attestore.proof.bench.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.proof.bench.store.DiskUse.Part;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskUseTest {

    @ParameterizedTest
    @CsvSource({
        "event_log_p0,false,LOG_TABLE",
        "event_log,true,LOG_INDEXES",
        "event_tag,true,LOG_INDEXES",
        "trail_record,false,TRAIL_TABLES",
        "trail_record_resource,true,TRAIL_INDEXES",
        "key_row,false,OTHER"
    })
    void every_table_is_for_something(String table, boolean index, Part part) {
        assertThat(DiskUse.part(table, index)).isEqualTo(part);
    }

    @Test
    void what_has_grown_is_the_difference_of_each_part() {
        DiskUse before = new DiskUse(Map.of(Part.LOG_TABLE, 100L, Part.OTHER, 5L), 1000);
        DiskUse after = new DiskUse(Map.of(Part.LOG_TABLE, 300L, Part.OTHER, 5L), 1700);

        DiskUse grown = after.since(before);

        assertThat(grown.bytes()).containsEntry(Part.LOG_TABLE, 200L).containsEntry(Part.OTHER, 0L);
        assertThat(grown.total()).isEqualTo(200);
        assertThat(grown.wal()).isEqualTo(700);
    }
}
