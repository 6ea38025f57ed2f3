package com.eindr.infra.audit;

import com.eindr.infra.eventlog.StoredEvent;
import com.eindr.infra.proof.ExportedTree;
import com.eindr.infra.proof.ExportedTree.Tile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Writes events as lines, and between them the hashes that prove them and how far it has come. */
final class EventExport {
    private static final int PROGRESS = 10_000;
    private static final ObjectWriter JSON = JsonMapper.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build()
            .writer();

    private final OutputStream output;
    private final @Nullable ExportedTree tree;

    /** @param tree null for an export that cannot be proven as a whole, being a part of the log */
    EventExport(OutputStream output, @Nullable ExportedTree tree) {
        this.output = output;
        this.tree = tree;
    }

    /**
     * Writes all of it; only a few events are in memory at a time.
     *
     * @param after the position behind which they begin
     * @param expected how many there will be; fewer where filters leave some out
     */
    void write(long after, long expected, Iterator<StoredEvent> events) throws IOException {
        Map<String, Object> header = new LinkedHashMap<>(Map.of("after", after, "events", expected));
        if (tree != null) {
            header.put("treeSize", tree.size());
            header.put("checkpoint", tree.checkpoint());
        }
        line(Map.of("export", header));
        if (tree != null) {
            for (Tile tile : tree.edge()) {
                line(Map.of("tile", tile));
            }
        }
        long written = 0;
        long position = after;
        while (events.hasNext()) {
            StoredEvent event = events.next();
            // Where events are gone, the hashes of them still tell that they were there.
            for (position++; tree != null && position <= event.position(); position++) {
                for (Tile tile : tree.before(position)) {
                    line(Map.of("tile", tile));
                }
            }
            position = event.position();
            line(EventLine.of(event));
            written++;
            if (written % PROGRESS == 0) {
                line(Map.of("progress", Map.of("events", written, "of", expected)));
                output.flush();
            }
        }
        line(Map.of("end", Map.of("events", written)));
        output.flush();
    }

    private void line(Object value) throws IOException {
        JSON.writeValue(output, value);
        output.write('\n');
    }
}
