package com.eindr.infra.voice;

import com.eindr.shared.web.Problems;
import com.eindr.shared.web.RequestFailed;
import com.eindr.voice.web.speech.Recording;
import com.eindr.voice.web.speech.Transcriber;
import com.eindr.voice.web.speech.Transcript;
import org.jspecify.annotations.Nullable;

/** Says which setting is missing. */
final class NobodyListens implements Transcriber {

    @Override
    public Transcript transcribe(Recording recording, @Nullable String language) {
        throw notSetUp();
    }

    @Override
    public Transcript translate(Recording recording) {
        throw notSetUp();
    }

    private static RequestFailed notSetUp() {
        return new RequestFailed(Problems.notSetUp(
                "Nobody listens here: set EINDR_WHISPER_URL to a server that transcribes. Text always works."));
    }
}
