package com.eindr.voice.web.sound;

/** The kinds of recordings that are taken, told from each other by their content. */
public enum AudioKind {
    WAV("audio/wav", "wav"),
    FLAC("audio/flac", "flac"),
    OGG("audio/ogg", "ogg"),
    MP3("audio/mpeg", "mp3"),
    M4A("audio/mp4", "m4a"),
    WEBM("audio/webm", "webm");

    private final String mediaType;
    private final String extension;

    AudioKind(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Without a dot; servers that listen go by it. */
    public String extension() {
        return extension;
    }
}
