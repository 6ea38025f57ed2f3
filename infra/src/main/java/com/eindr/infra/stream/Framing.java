package com.eindr.infra.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.eindr.infra.stream.StreamController.MediaTypes;
import java.io.ByteArrayOutputStream;
import org.springframework.http.MediaType;

/** How the items of a stream stand one behind the other. */
enum Framing {
    /** One item in a line. */
    NDJSON(MediaTypes.NDJSON, "", "") {
        @Override
        void put(byte[] item, String type, long position, boolean first, ByteArrayOutputStream out) {
            out.writeBytes(item);
            out.write('\n');
        }
    },

    /** Server-sent events. */
    SSE(MediaType.TEXT_EVENT_STREAM_VALUE, "retry: 2000\n\n", "") {
        @Override
        void put(byte[] item, String type, long position, boolean first, ByteArrayOutputStream out) {
            out.writeBytes(("id: " + position + "\nevent: " + type + "\ndata: ").getBytes(UTF_8));
            out.writeBytes(item);
            out.write('\n');
            out.write('\n');
        }
    },

    /** One JSON array, as the JSON format of CloudEvents has it. */
    BATCH(MediaTypes.BATCH, "[", "]\n") {
        @Override
        void put(byte[] item, String type, long position, boolean first, ByteArrayOutputStream out) {
            out.writeBytes(first ? new byte[0] : ",\n".getBytes(UTF_8));
            out.writeBytes(item);
        }
    };

    private final String mediaType;
    private final String beginning;
    private final String end;

    Framing(String mediaType, String beginning, String end) {
        this.mediaType = mediaType;
        this.beginning = beginning;
        this.end = end;
    }

    String mediaType() {
        return mediaType;
    }

    byte[] beginning() {
        return beginning.getBytes(UTF_8);
    }

    byte[] end() {
        return end.getBytes(UTF_8);
    }

    abstract void put(byte[] item, String type, long position, boolean first, ByteArrayOutputStream out);
}
