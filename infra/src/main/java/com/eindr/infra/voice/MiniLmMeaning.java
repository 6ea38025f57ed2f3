package com.eindr.infra.voice;

import com.eindr.voice.SentenceMeaning;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of sentences by all-MiniLM-L6-v2, quantised, in this process: 384 numbers of one byte a sentence. The model
 * is in the class path; nothing is fetched.
 */
final class MiniLmMeaning implements SentenceMeaning {
    private volatile @Nullable EmbeddingModel model;

    /** Loads the model, which takes a second and some 200 MiB; until then there is no meaning. */
    void load() {
        // The tokenizer's library would look for one that fits the machine better, and count its users, on the network.
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        EmbeddingModel loaded = new AllMiniLmL6V2QuantizedEmbeddingModel(Runnable::run);
        loaded.embed("warm");
        model = loaded;
    }

    @Override
    public Optional<byte[]> of(String sentence) {
        EmbeddingModel loaded = model;
        if (loaded == null || sentence.isBlank()) {
            return Optional.empty();
        }
        float[] vector = loaded.embed(sentence).content().vector();
        double length = 0;
        for (float part : vector) {
            length += part * part;
        }
        double scale = LENGTH / Math.sqrt(Math.max(length, 1e-12));
        byte[] bytes = new byte[vector.length];
        for (int i = 0; i < vector.length; i++) {
            bytes[i] = (byte) Math.round(vector[i] * scale);
        }
        return Optional.of(bytes);
    }
}
